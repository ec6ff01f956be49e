using System.Net.Http;

namespace CloudflareAiGateway;

/// <summary>Makes clients. Implemented in the private load context, found there by name.</summary>
internal interface IClientFactory
{
    /// <summary>Makes a client; cheap, as transports and quota are shared in the process.</summary>
    /// <param name="options">Addresses, token, limits.</param>
    /// <param name="emulator">The emulator's handler, or null for the network.</param>
    IAiGatewayClient Create(ConnectionOptions options, HttpMessageHandler? emulator);
}
