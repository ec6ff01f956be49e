using System.Net.Http;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes emulators for the module. The loader finds it by its full name.</summary>
internal sealed class EmulatorFactory : IEmulatorFactory
{
    public HttpMessageHandler Create(string? statePath) =>
        new EmulatorHandler(new EmulatorApp(new EmulatorOptions { StatePath = statePath }), ownsApp: true);
}
