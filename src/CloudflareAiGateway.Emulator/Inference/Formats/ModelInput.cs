using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a provider gets.</summary>
internal sealed record ModelInput
{
    public required ProviderInfo Provider { get; init; }

    public string Method { get; init; } = "POST";

    /// <summary>What stands behind the provider in the URL.</summary>
    public required string Path { get; init; }

    public string Query { get; init; } = string.Empty;

    public required CallHeaders Headers { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The model, where the URL or the surface names it; null when the body does.</summary>
    public string? Model { get; init; }
}
