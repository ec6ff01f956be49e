using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the surfaces read plans from; in a turn of the store.</summary>
internal sealed record SurfaceContext
{
    public required StateTables Tables { get; init; }

    public required InferenceSources Sources { get; init; }

    public required AutoRouter AutoRouter { get; init; }

    public required InferenceCall Call { get; init; }

    public EmulatedRequest Request => Call.Request;

    public CallHeaders Headers => new(Request.Headers);

    /// <summary>A provider by the segment of its URLs, an account's own included; null when there is none that can be called.</summary>
    public ProviderInfo? FindProvider(string slug)
    {
        if (!slug.StartsWith(ProviderTable.CustomPrefix, StringComparison.Ordinal))
        {
            return ProviderTable.Find(slug);
        }

        CustomProviderTarget? custom = Sources.CustomProviders.Find(Tables, Call.AccountId, slug[ProviderTable.CustomPrefix.Length..]);
        return custom is { IsEnabled: true } ? new ProviderInfo { Slug = slug, CompatPrefix = slug, BaseUrl = custom.BaseUrl } : null;
    }

    /// <summary>A step with a body in JSON.</summary>
    public static ModelStep Step(FormatMatch match, ModelInput input, CallOptions options) => new()
    {
        Format = match.Format,
        Input = input with { Model = input.Model ?? match.Model },
        Options = options,
    };
}
