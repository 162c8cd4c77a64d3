#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| guide_fuzz::typed(bytes));
