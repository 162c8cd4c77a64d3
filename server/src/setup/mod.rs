//! What is read once at start: the packed site, the operator's file, the data folder.

mod data_folder;
mod dev_reload;
mod embedder;
mod manifest;
mod operator;

pub use data_folder::{DataFolderError, prepare as prepare_data_folder};
pub use dev_reload::{DevReload, DevReloadError};
pub use embedder::{Embedder, EmbedderError};
pub use manifest::{Manifest, ManifestError};
pub use operator::{OperatorError, OperatorFile};
