using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the gateway knows of a provider.</summary>
internal sealed record ProviderInfo
{
    /// <summary>The segment of its native URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>What stands before a model's name on the unified endpoint; null when that endpoint does not know the provider.</summary>
    public string? CompatPrefix { get; init; }

    /// <summary>What stands before a model's name on the REST API; null when its catalog has no model of the provider.</summary>
    public string? Author { get; init; }

    /// <summary>The header that its keys travel in.</summary>
    public string KeyHeader { get; init; } = "Authorization";

    /// <summary>Whether calls without a key can be paid with the account's credits.</summary>
    public bool HasUnifiedBilling { get; init; }

    /// <summary>How the names of its models begin; empty when it has models of any name.</summary>
    public IReadOnlyList<string> ModelPrefixes { get; init; } = [];

    /// <summary>Where an account's own provider sends its calls; null for the others.</summary>
    public string? BaseUrl { get; init; }

    public bool IsWorkersAi => Slug == ProviderTable.WorkersAi;

    /// <summary>Whether it may have a model: a twin cannot know the models of tomorrow, but it can tell a slip of the pen.</summary>
    public bool MayHave(string model)
    {
        foreach (string prefix in ModelPrefixes)
        {
            if (model.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return ModelPrefixes.Count == 0;
    }
}
