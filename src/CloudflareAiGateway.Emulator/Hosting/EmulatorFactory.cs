using System.Net.Http;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes emulators for the module. The loader finds it by its full name.</summary>
internal sealed class EmulatorFactory : IEmulatorFactory
{
    /// <summary>In process the quota is no obstacle: a test suite of some thousand calls must not wait five minutes for a block to end.</summary>
    private const int GenerousLimit = 10_000_000;

    public HttpMessageHandler Create(string? statePath) => new EmulatorHandler(new EmulatorApp(new EmulatorOptions
    {
        StatePath = statePath,
        Quota = new EmulatorQuota { Limit = GenerousLimit },
        Behaviour = new EmulatorBehaviour { UnifiedBillingLimit = GenerousLimit },
    }), ownsApp: true);
}
