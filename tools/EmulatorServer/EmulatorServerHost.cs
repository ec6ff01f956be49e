using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CloudflareAiGateway.EmulatorServer;

/// <summary>A twin behind Kestrel. Disposing of it stops the server.</summary>
public sealed class EmulatorServerHost : IAsyncDisposable
{
    private readonly WebApplication _web;

    private EmulatorServerHost(WebApplication web, EmulatorApp app, Uri baseUri)
    {
        _web = web;
        App = app;
        BaseUri = baseUri;
    }

    /// <summary>The twin, for tests that seed it or let it fail.</summary>
    public EmulatorApp App { get; }

    /// <summary>Where it listens, with the real port. The management API is below <c>client/v4</c>, the gateway host below <c>v1</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>Starts a server; it accepts connections when this returns.</summary>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    /// <exception cref="AiGatewayException">The state file is broken.</exception>
    public static async Task<EmulatorServerHost> StartAsync(EmulatorServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorServerOptions();
        var app = new EmulatorApp(options.Emulator);
        WebApplication web = Build(options.Url, app);
        bool started = false;
        try
        {
            await web.StartAsync(cancellationToken);
            string address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            started = true;
            return new EmulatorServerHost(web, app, new Uri(address));
        }
        finally
        {
            if (!started)
            {
                await web.DisposeAsync();
                app.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Cancelled at once: requests that hang in an injected delay must not hold up the end of a test.
        await _web.StopAsync(new CancellationToken(canceled: true));
        await _web.DisposeAsync();
        App.Dispose();
    }

    private static WebApplication Build(Uri url, EmulatorApp app)
    {
        // The empty builder reads no configuration and logs nothing: what the server does depends on its options alone.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(url.GetLeftPart(UriPartial.Authority));

        // Signals belong to the program, not to a server that a test starts.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        WebApplication web = builder.Build();
        web.Run(context => KestrelAdapter.HandleAsync(app, context));
        return web;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
