using System.Net.Http;

namespace CloudflareAiGateway;

/// <summary>Makes in-process emulators. Implemented in the private load context, found there by name.</summary>
internal interface IEmulatorFactory
{
    /// <summary>Makes an emulator with the default account and token.</summary>
    /// <param name="statePath">The file that keeps its state between processes; null for memory only.</param>
    HttpMessageHandler Create(string? statePath);
}
