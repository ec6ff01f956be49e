using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands on single provider keys have in common: gateway, provider and alias, which piped keys and CSV rows give.</summary>
public abstract class ProviderKeyCommand : GatewayItemCommand
{
    /// <summary>The provider; a parameter of the command's own, as what it completes differs.</summary>
    public abstract string Provider { get; set; }

    /// <summary>What tells several keys of one provider apart; left out, <c>default</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(KeyAliasCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? Alias { get; set; }

    private protected override string ResourceName => "ProviderKey";

    /// <summary>The alias; an empty cell of a CSV file is none.</summary>
    private protected string EffectiveAlias => string.IsNullOrWhiteSpace(Alias) ? ProviderKeyName.DefaultAlias : Alias!;

    /// <summary>How the key reads in messages.</summary>
    private protected string KeyText => $"key of provider '{Provider}' (alias '{EffectiveAlias}')";

    /// <summary>How the key reads in -WhatIf and -Confirm.</summary>
    private protected string Describe(string accountId) => $"{KeyText} of gateway '{Gateway}' (account {accountId})";

    /// <summary>Checks gateway, provider and alias before any call.</summary>
    /// <returns>Whether they can be such; if not, an error was written.</returns>
    private protected bool HasValidNames() =>
        Passes("InvalidGatewayName", GatewayName.Explain(Gateway), Gateway)
        && Passes("InvalidProvider", ProviderKeyName.ExplainProvider(Provider), Provider)
        && Passes("InvalidAlias", ProviderKeyName.ExplainAlias(EffectiveAlias), Alias);

    /// <summary>Checks a key's value before any call, and warns of blanks around it, which providers take for part of it.</summary>
    /// <returns>Whether it can be sent; if not, an error was written.</returns>
    private protected bool HasValidValue(SecureString value)
    {
        if (!Passes("InvalidSecretValue", SecretValue.Explain(value, $"The {KeyText}"), Provider))
        {
            return false;
        }

        if (SecretValue.HasMargin(value))
        {
            WriteWarning($"The {KeyText} begins or ends with a blank or a line break. It is stored as it is; if it came from a file, trim it.");
        }

        return true;
    }

    /// <summary>Reads the key as it is now.</summary>
    /// <exception cref="AiGatewayException">NotFound: the gateway has none of that provider and alias, or there is no such gateway.</exception>
    private protected AiGatewayProviderKey Find(string accountId) =>
        Await(call => Client.ProviderKeys.FindAsync(accountId, Gateway, Provider, EffectiveAlias, call))
        ?? throw new AiGatewayException(AiGatewayErrorKind.NotFound, $"Gateway '{Gateway}' has no {KeyText}.")
        {
            RecommendedAction = $"Get-AiGatewayProviderKey {Gateway} lists its keys; New-AiGatewayProviderKey stores one.",
        };

    /// <summary>Writes what is wrong with the input.</summary>
    /// <returns>Whether nothing was.</returns>
    private protected bool Passes(string errorId, string? problem, object? target)
    {
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput(errorId, problem, target));
        }

        return problem is null;
    }
}
