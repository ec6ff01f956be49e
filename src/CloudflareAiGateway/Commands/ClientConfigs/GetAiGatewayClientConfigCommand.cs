using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Writes settings with which a client calls a gateway: a text that runs as it stands, the variables it reads its secrets from, and what
/// goes wrong with that client. When connected, the gateway is read and decides what the client has to send.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayClientConfig")]
[OutputType(typeof(AiGatewayClientConfig))]
public sealed class GetAiGatewayClientConfigCommand : OptionalConnectionCommand
{
    /// <summary>The name of the gateway that is made at the first call through it.</summary>
    private const string DefaultGateway = "default";

    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>The clients.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public ClientTool[] Client { get; set; } = null!;

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

    /// <summary>Writes the settings for one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return;
        }

        AiGatewayProvider? provider = null;
        if (Provider is not null && (provider = FindProvider(Provider)) is null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidProvider", ProviderCatalog.ExplainUnknown(Provider), Provider, "Get-AiGatewayProvider lists what there is."));
            return;
        }

        if (FindAccountId() is not { } accountId)
        {
            Fail(NoAccount(), Gateway);
            return;
        }

        if (TryRead(accountId, out AiGateway? gateway))
        {
            foreach (ClientTool client in Client)
            {
                Write(client, accountId, gateway, provider);
            }
        }
    }

    private void Write(ClientTool client, string accountId, AiGateway? gateway, AiGatewayProvider? provider)
    {
        try
        {
            AiGatewayClientConfig config = ClientTemplates.Write(new ClientConfigRequest
            {
                Client = client,
                AccountId = accountId,
                GatewayId = Gateway,
                Gateway = gateway,
                Provider = provider,
                Model = Model,
                Credential = Credential,
                BaseUri = KnownConnection?.BaseUri ?? ConnectionOptions.DefaultBaseUri,
                GatewayBaseUri = KnownConnection?.GatewayBaseUri ?? ConnectionOptions.DefaultGatewayBaseUri,
            });
            foreach (string warning in config.Warnings)
            {
                WriteWarning(warning);
            }

            WriteObject(config);
        }
        catch (AiGatewayException refusal)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidClientConfig", refusal.Message, client, refusal.RecommendedAction));
        }
    }

    private bool TryRead(string accountId, out AiGateway? gateway)
    {
        gateway = null;
        if (KnownConnection is not { } connection)
        {
            WriteVerbose($"There is no connection, so gateway '{Gateway}' is taken to want a token.");
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
