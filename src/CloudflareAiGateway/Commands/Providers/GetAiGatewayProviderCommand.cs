using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Gets the providers that gateways know, with slug, prefixes, header of the key and an example path. The catalogue is part of the module
/// and needs no connection; with one, the account's custom providers are there, too.
/// </summary>
/// <remarks>Source: <c>aig-config-list-account-provider</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayProvider")]
[OutputType(typeof(AiGatewayProvider))]
public sealed class GetAiGatewayProviderCommand : OptionalConnectionCommand
{
    private const int PageSize = 50;

    private readonly Dictionary<string, IReadOnlyList<AiGatewayProvider>> _custom = new(StringComparer.Ordinal);

    /// <summary>Slugs or other names of providers; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Slug", "Provider")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string[]? Name { get; set; }

    private protected override string ResourceName => "Provider";

    /// <summary>Writes the providers.</summary>
    protected override void ProcessRecord()
    {
        foreach (string name in Name ?? new[] { "*" })
        {
            if (WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteMatches(new WildcardPattern(name, WildcardOptions.IgnoreCase));
            }
            else if (ProviderCatalog.Find(name) is { } known)
            {
                WriteObject(known);
            }
            else if (Custom().FirstOrDefault(p => Names(p).Contains(name, StringComparer.OrdinalIgnoreCase)) is { } custom)
            {
                WriteObject(custom);
            }
            else
            {
                Fail(NotFound(name), name);
            }
        }
    }

    private void WriteMatches(WildcardPattern pattern)
    {
        foreach (AiGatewayProvider provider in ProviderCatalog.All)
        {
            if (Names(provider).Any(pattern.IsMatch))
            {
                WriteObject(provider);
            }
        }

        // Only asked for when the built-in ones are used up.
        foreach (AiGatewayProvider provider in Custom())
        {
            if (Names(provider).Any(pattern.IsMatch))
            {
                WriteObject(provider);
            }
        }
    }

    /// <summary>The account's own providers, read once; none without a connection. They are few.</summary>
    private IReadOnlyList<AiGatewayProvider> Custom()
    {
        if (KnownConnection is not { } connection || FindAccountId() is not { } accountId)
        {
            return Array.Empty<AiGatewayProvider>();
        }

        if (_custom.TryGetValue(accountId, out IReadOnlyList<AiGatewayProvider>? known))
        {
            return known;
        }

        var providers = new List<AiGatewayProvider>();
        _custom[accountId] = providers;
        try
        {
            for (int number = 1; ; number++)
            {
                ResultPage<AiGatewayCustomProvider> page = Await(call => connection.Client.CustomProviders.ListAsync(accountId, null, null, null, number, PageSize, call));
                providers.AddRange(page.Items.Select(ProviderCatalog.Custom));
                if (page.IsLast)
                {
                    return providers;
                }
            }
        }
        catch (AiGatewayException failure)
        {
            WriteWarning($"The account's custom providers are missing: {failure.Message}");
            return providers;
        }
    }

    private static IEnumerable<string> Names(AiGatewayProvider provider) => provider.Aliases.Append(provider.Slug).Append(provider.DisplayName);

    private AiGatewayException NotFound(string name) =>
        new(AiGatewayErrorKind.NotFound, ProviderCatalog.ExplainUnknown(name))
        {
            RecommendedAction = "Get-AiGatewayProvider lists what there is. "
                + (KnownConnection is null && ProviderCatalog.IsCustom(name)
                    ? "Custom providers belong to an account: connect first."
                    : "A provider that Cloudflare does not know can be added with New-AiGatewayCustomProvider."),
        };
}
