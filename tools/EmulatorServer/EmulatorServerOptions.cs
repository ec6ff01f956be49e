using System;
using CloudflareAiGateway.Emulator;

namespace CloudflareAiGateway.EmulatorServer;

/// <summary>Where the server listens, and what the twin behind it starts with.</summary>
public sealed class EmulatorServerOptions
{
    /// <summary>The address: plain http; port 0 takes a free one.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:8787");

    /// <summary>What the twin starts with.</summary>
    public EmulatorOptions Emulator { get; init; } = new();
}
