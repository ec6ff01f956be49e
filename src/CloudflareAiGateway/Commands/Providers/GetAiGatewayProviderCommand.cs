using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Gets the providers that gateways know, with slug, prefixes, header of the key and an example path. Needs no connection; the catalogue
/// is part of the module.
/// </summary>
[Cmdlet(VerbsCommon.Get, "AiGatewayProvider")]
[OutputType(typeof(AiGatewayProvider))]
public sealed class GetAiGatewayProviderCommand : OptionalConnectionCommand
{
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
            else if (ProviderCatalog.Find(name) is { } provider)
            {
                WriteObject(provider);
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
            if (pattern.IsMatch(provider.Slug) || pattern.IsMatch(provider.DisplayName) || provider.Aliases.Any(pattern.IsMatch))
            {
                WriteObject(provider);
            }
        }
    }

    private static AiGatewayException NotFound(string name) =>
        new(AiGatewayErrorKind.NotFound, ProviderCatalog.ExplainUnknown(name))
        {
            RecommendedAction = "Get-AiGatewayProvider lists what there is. A provider that Cloudflare does not know can be added to the account as a custom one.",
        };
}
