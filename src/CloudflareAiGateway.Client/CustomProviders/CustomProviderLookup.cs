using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Looks for one slug in a list, and remembers what comes near it for the message.</summary>
internal sealed class CustomProviderLookup
{
    private readonly string _slug;
    private readonly string _withoutPrefix;
    private string? _near;

    /// <summary>Names the slug as the user gave it, perhaps as gateways write it.</summary>
    public CustomProviderLookup(string slug)
    {
        _slug = slug;
        _withoutPrefix = CustomProviderSlug.WithoutPrefix(slug);
    }

    /// <summary>The provider whose slug is the given one without <c>custom-</c>; it counts when none has the whole as its slug.</summary>
    public AiGatewayCustomProvider? Second { get; private set; }

    /// <summary>Looks through a page.</summary>
    /// <returns>The provider of exactly that slug.</returns>
    public AiGatewayCustomProvider? Find(IReadOnlyList<AiGatewayCustomProvider> providers)
    {
        foreach (AiGatewayCustomProvider provider in providers)
        {
            if (string.Equals(provider.Slug, _slug, StringComparison.Ordinal))
            {
                return provider;
            }

            if (string.Equals(provider.Slug, _withoutPrefix, StringComparison.Ordinal))
            {
                Second = provider;
            }
            else if (string.Equals(provider.Slug, _withoutPrefix, StringComparison.OrdinalIgnoreCase)
                || string.Equals(provider.Name, _slug, StringComparison.OrdinalIgnoreCase))
            {
                _near = provider.Slug;
            }
        }

        return null;
    }

    /// <summary>The failure when it is nowhere.</summary>
    public AiGatewayException NotFound() =>
        new(AiGatewayErrorKind.NotFound, $"There is no custom provider '{_slug}'.{(_near is null ? string.Empty : $" Did you mean '{_near}'?")}")
        {
            Resource = CustomProviderRequests.Resource,
            RecommendedAction = "Check the slug and the account. Slugs are case-sensitive; Get-AiGatewayCustomProvider lists what is there.",
        };
}
