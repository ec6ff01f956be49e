using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// What a resource adds to plain comparison. Paths are wire names joined by dots, with <c>[]</c> for any place in a list and
/// <c>*</c> for any name in a map: <c>spend_limits.rules[].enabled</c>.
/// </summary>
internal sealed class ComparisonRules
{
    /// <summary>What a member means when it is missing or null.</summary>
    public IReadOnlyDictionary<string, JsonNode> Defaults { get; init; } = new Dictionary<string, JsonNode>();

    /// <summary>Members whose values are masked.</summary>
    public IReadOnlySet<string> Secrets { get; init; } = new HashSet<string>();

    /// <summary>Objects whose member names are data, not settings; they are shown as they are.</summary>
    public IReadOnlySet<string> Maps { get; init; } = new HashSet<string>();

    /// <summary>Ids that the service makes up when the request has none.</summary>
    public IReadOnlySet<string> GivenIds { get; init; } = new HashSet<string>();
}
