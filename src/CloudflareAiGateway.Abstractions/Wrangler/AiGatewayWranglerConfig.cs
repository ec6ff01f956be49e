using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A wrangler file that names a gateway, and the Worker that goes with it.</summary>
public sealed class AiGatewayWranglerConfig
{
    /// <summary>The file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The named environment; null for the top level.</summary>
    public string? Environment { get; init; }

    /// <summary>The name of the <c>ai</c> binding: <c>env.AI</c> in the Worker.</summary>
    public string Binding { get; init; } = string.Empty;

    /// <summary>The variable that holds the gateway's name: <c>env.AI_GATEWAY_ID</c> in the Worker.</summary>
    public string Variable { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>Whether the file was written; false when it said all that before, and under -WhatIf.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The lines that differ, such as <c>+ 7: binding = "AI"</c>; values that look like secrets are masked.</summary>
    public IReadOnlyList<string> Changes { get; init; } = Array.Empty<string>();

    /// <summary>A Worker that calls a model through the gateway, in JavaScript.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>The command lines that give the Worker its secrets; wrangler asks for the values.</summary>
    public IReadOnlyList<string> Commands { get; init; } = Array.Empty<string>();

    /// <summary>The file's path.</summary>
    /// <returns><see cref="Path"/>.</returns>
    public override string ToString() => Path;
}
