using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// For commands that write settings for others: which gateway, which model, whose key. When connected, the gateway is read, so that a wrong
/// name is an error here and not in somebody's program.
/// </summary>
public abstract class GatewaySettingsTextCommand : OptionalConnectionCommand
{
    /// <summary>The name of the gateway that is made at the first call through it.</summary>
    private const string DefaultGateway = "default";

    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>The provider; the one of the model, or the client's own, when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    /// <summary>The model, with or without its provider, or dynamic/ and the name of a route.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string? Model { get; set; }

    /// <summary>Whose key pays the provider.</summary>
    [Parameter]
    public ClientCredential Credential { get; set; } = ClientCredential.ProviderKey;

    /// <summary>Whether the text needs to know the account.</summary>
    private protected virtual bool NeedsAccount => false;

    /// <summary>Checks what was given and reads the gateway.</summary>
    /// <param name="request">All that is known; the client is still to be added.</param>
    /// <returns>Whether it can go on; if not, the error was written.</returns>
    private protected bool TryFindGateway(out ClientConfigRequest? request)
    {
        request = null;
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return false;
        }

        AiGatewayProvider? provider = null;
        if (Provider is not null && (provider = FindProvider(Provider)) is null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidProvider", ProviderCatalog.ExplainUnknown(Provider), Provider, "Get-AiGatewayProvider lists what there is."));
            return false;
        }

        string? accountId = FindAccountId();
        if (accountId is null && NeedsAccount)
        {
            Fail(NoAccount(), Gateway);
            return false;
        }

        if (!TryRead(accountId, out AiGateway? gateway))
        {
            return false;
        }

        request = new ClientConfigRequest
        {
            AccountId = accountId ?? string.Empty,
            GatewayId = Gateway,
            Gateway = gateway,
            Provider = provider,
            Model = Model,
            Credential = Credential,
            IsInSession = KnownConnection?.IsEmulator == true,
            BaseUri = KnownConnection?.BaseUri ?? ConnectionOptions.DefaultBaseUri,
            GatewayBaseUri = KnownConnection?.GatewayBaseUri ?? ConnectionOptions.DefaultGatewayBaseUri,
        };
        return true;
    }

    private bool TryRead(string? accountId, out AiGateway? gateway)
    {
        gateway = null;
        if (KnownConnection is not { } connection || accountId is null)
        {
            WriteVerbose($"There is no connection, so gateway '{Gateway}' was not looked at; it is taken to want a token.");
            return true;
        }

        try
        {
            gateway = Await(call => connection.Client.Gateways.GetAsync(accountId, Gateway, call));
            return true;
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.NotFound && Gateway == DefaultGateway)
        {
            WriteVerbose("The gateway 'default' does not exist yet; the first call through it makes it, with authentication on.");
            return true;
        }
        catch (AiGatewayException failure) when (failure.Kind is not (AiGatewayErrorKind.NotFound or AiGatewayErrorKind.Unauthorized))
        {
            // The text can be written all the same: a token that may only call models is no reason to refuse it.
            WriteWarning($"{failure.Message} The gateway is taken to want a token.");
            return true;
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Gateway);
            return false;
        }
    }

    private static AiGatewayProvider? FindProvider(string name) =>
        ProviderCatalog.IsCustom(name) ? ProviderCatalog.Custom(name) : ProviderCatalog.Find(name);

    private static AiGatewayException NoAccount() =>
        new(AiGatewayErrorKind.NotConnected, "Without a connection the account has to be named.")
        {
            RecommendedAction = "Add -AccountId, run Connect-AiGateway, or set the environment variable "
                + $"{EnvironmentConnection.AccountVariables[0]}. 'wrangler whoami' prints the id.",
        };
}
