using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the address under which a gateway takes the calls for a provider, as the API gives it.</summary>
/// <remarks>Source: <c>aig-config-get-gateway-url</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayUrl")]
[OutputType(typeof(AiGatewayUrl))]
public sealed class GetAiGatewayUrlCommand : GatewayItemCommand
{
    /// <summary>The provider under whose name the API gives a gateway's base address.</summary>
    private const string Base = "universal";

    /// <summary>Providers, by slug or another of their names: openai, xai, custom-{slug}, compat; universal, the gateway's base address, when left out.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Provider { get; set; } = { Base };

    /// <summary>Writes the addresses of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        string accountId = ResolveAccountId();
        foreach (string name in Provider)
        {
            // Whatever else a provider is called: the API knows its slug only.
            string provider = ProviderCatalog.Find(name)?.Slug ?? name;
            if (IsName(provider) && TryAwait(provider, call => Client.GatewayUrls.GetAsync(accountId, Gateway, provider, call), out AiGatewayUrl url))
            {
                WriteObject(url);
            }
        }
    }

    /// <summary>A model's name begins with its provider's, so it is the likely mistake.</summary>
    private bool IsName(string provider)
    {
        if (provider.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return true;
        }

        string first = provider.Trim().Split('/', ' ')[0];
        WriteError(ErrorRecords.InvalidInput(
            "InvalidProvider",
            $"'{provider}' is not the name of a provider.{(first.Length > 0 && first != provider ? $" Did you mean '{first}'?" : string.Empty)}",
            provider,
            "Name a provider such as openai, not a model; a path is appended to the address that comes back."));
        return false;
    }
}
