//! `revierlotse serve`.

use std::{io, net::IpAddr, path::PathBuf};

use anyhow::Context as _;
use clap::Parser;
use server::{
    clock::SystemClock,
    listen::{self, Drained, Limits},
    logging, routes,
    setup::{DevReload, Embedder, Manifest, OperatorFile, prepare_data_folder},
    state::{App, Parts},
};
use tokio::signal::unix::{SignalKind, signal};

#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// IP address to listen on
    #[arg(long, env = "REVIERLOTSE_ADDRESS", default_value = "127.0.0.1")]
    address: IpAddr,
    /// Port to listen on; 0 takes a free one
    #[arg(long, env = "REVIERLOTSE_PORT", default_value_t = 3000)]
    port: u16,
    /// Folder of the packed site (with assets.json)
    #[arg(long, env = "REVIERLOTSE_SITE", value_name = "DIR", default_value = "target/site")]
    site: PathBuf,
    /// Folder for what this installation keeps; created if missing
    #[arg(long, env = "REVIERLOTSE_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// TOML file saying who runs this installation
    #[arg(long, env = "REVIERLOTSE_OPERATOR", value_name = "FILE")]
    operator: Option<PathBuf>,
    /// Trust X-Forwarded-Proto: all requests come through a proxy of your own
    #[arg(long, env = "REVIERLOTSE_BEHIND_PROXY")]
    behind_proxy: bool,
    /// Origin whose pages may show the guide in a frame; several are joined by commas
    #[arg(long, env = "REVIERLOTSE_EMBED_FOR", value_name = "ORIGIN", value_delimiter = ',')]
    embed_for: Vec<Embedder>,
    /// Address of the reload script, on a developer's machine
    #[arg(long, env = "REVIERLOTSE_DEV_RELOAD", value_name = "URL")]
    dev_reload: Option<DevReload>,
}

/// Reads what is needed, opens the port and serves.
pub(super) fn run(args: Args) -> anyhow::Result<()> {
    tracing::subscriber::set_global_default(logging::subscriber(io::stdout))
        .context("cannot start logging")?;
    logging::log_panics();
    if let Some(folder) = &args.data {
        prepare_data_folder(folder)?;
    }
    let app = App::new(Parts {
        manifest: Manifest::read(&args.site)?,
        operator: args.operator.as_deref().map(OperatorFile::read).transpose()?,
        dev_reload: args.dev_reload,
        behind_proxy: args.behind_proxy,
        embedders: args.embed_for,
        clock: Box::new(SystemClock),
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.context("cannot start the threads that answer requests")?;
    runtime.block_on(serve(args.address, args.port, app))
}

async fn serve(address: IpAddr, port: u16, app: App) -> anyhow::Result<()> {
    // Before the port opens: whoever sees it open may stop the server at once.
    let mut interrupt = signal(SignalKind::interrupt()).context("cannot watch for Ctrl-C")?;
    let mut terminate = signal(SignalKind::terminate()).context("cannot watch for SIGTERM")?;
    let stop = async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping");
    };
    let listener = listen::bind(address, port).await?;
    let local = listener.local_addr().context("cannot tell which port was opened")?;
    tracing::info!(address = %local, "listening");
    match listen::serve(listener, routes::router(&app), Limits::default(), stop).await {
        Drained::All => tracing::info!("stopped"),
        Drained::CutOff => tracing::warn!("stopped; requests still under way were cut off"),
    }
    Ok(())
}
