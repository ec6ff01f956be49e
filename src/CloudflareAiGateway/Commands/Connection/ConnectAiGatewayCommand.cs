using System;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Hosting;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>Connects the session to an account: checks the token, finds the account, and keeps both for the commands that follow.</summary>
/// <remarks>Source: <c>user-api-tokens-verify-token</c>, <c>account-api-tokens-verify-token</c>, <c>accounts-list-accounts</c>.</remarks>
[Cmdlet(VerbsCommunications.Connect, "AiGateway", DefaultParameterSetName = ApiSet)]
[OutputType(typeof(AiGatewayConnection))]
public sealed class ConnectAiGatewayCommand : CancellableCommand
{
    private const string ApiSet = "Api";
    private const string EmulatorSet = "Emulator";

    /// <summary>The account: 32 hexadecimal digits. Left out, the only account that the token sees is taken.</summary>
    [Parameter(Position = 0)]
    [AccountIdTransformation]
    [ValidateAccountId]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>The API token, as SecureString or as the password of a PSCredential. Left out, it comes from the environment.</summary>
    [Parameter(Position = 1, ParameterSetName = ApiSet)]
    [ApiTokenTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>Connects to an emulator inside this process: no account, no token, no network.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EmulatorSet)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>A JSON file that keeps the emulator's state between processes; made when it is missing.</summary>
    [Parameter(ParameterSetName = EmulatorSet)]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Another address of the management API: https, or this machine.</summary>
    [Parameter(ParameterSetName = ApiSet)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>Another address of the gateway host: https, or this machine.</summary>
    [Parameter(ParameterSetName = ApiSet)]
    [ValidateNotNull]
    public Uri? GatewayBaseUri { get; set; }

    /// <summary>A proxy; left out, the system's is used.</summary>
    [Parameter(ParameterSetName = ApiSet)]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>User and password for the proxy.</summary>
    [Parameter(ParameterSetName = ApiSet)]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Gives the user's own credentials to the proxy.</summary>
    [Parameter(ParameterSetName = ApiSet)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>How long one attempt may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>How long a call may take with all its retries and waits, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int DeadlineSec { get; set; } = 600;

    /// <summary>How often a failed attempt is repeated; 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Writes the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Connects.</summary>
    protected override void ProcessRecord()
    {
        try
        {
            ConnectionOptions options = ReadOptions(out string source);
            IAiGatewayClient client = ClientHost.CreateClient(options);
            string? accountId = AccountId ?? (Emulator ? null : EnvironmentAccount());
            VerifiedToken verified = Await(call => ConnectionVerifier.VerifyAsync(client, accountId, call));
            var connection = new AiGatewayConnection(client, options)
            {
                AccountId = verified.AccountId,
                AccountName = verified.AccountName,
                TokenId = verified.Token.Id,
                TokenOwner = verified.Token.Owner,
                TokenExpiresOn = verified.Token.ExpiresOn,
                TokenSource = source,
            };
            ConnectionStore.Set(connection);
            if (verified.Warning is { } warning)
            {
                WriteWarning(warning);
            }

            WriteVerbose($"Connected to {connection}.");
            if (PassThru)
            {
                WriteObject(connection);
            }
        }
        catch (AiGatewayException failure)
        {
            // A connection is made whole or not at all.
            ThrowTerminatingError(Errors.ErrorRecords.Create(failure, AccountId, "Account"));
        }
    }

    private ConnectionOptions ReadOptions(out string source)
    {
        source = Emulator ? "Emulator" : ApiToken is null ? "Environment" : "Parameter";
        Uri api = BaseUri is { } given ? Endpoints.Check(given, "-BaseUri")
            : !Emulator && EnvironmentConnection.BaseUri() is { } text ? Endpoints.Parse(text, EnvironmentConnection.BaseUriVariable)
            : ConnectionOptions.DefaultBaseUri;
        return new ConnectionOptions
        {
            ApiToken = Emulator ? Hosting.ApiToken.Protect(ConnectionOptions.EmulatorToken) : ReadToken(),
            BaseUri = api,
            GatewayBaseUri = GatewayBaseUri is null ? Endpoints.GatewayFor(api) : Endpoints.Check(GatewayBaseUri, "-GatewayBaseUri"),
            Proxy = Proxy is null ? null : Endpoints.CheckProxy(Proxy),
            ProxyCredential = ProxyCredential?.GetNetworkCredential(),
            ProxyUseDefaultCredentials = ProxyUseDefaultCredentials,
            AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec),
            Deadline = TimeSpan.FromSeconds(DeadlineSec),
            MaximumRetryCount = MaximumRetryCount,
            UserAgent = UserAgent.For(SessionState),
            UseEmulator = Emulator,
            EmulatorStatePath = StatePath is null ? null : GetUnresolvedProviderPathFromPSPath(StatePath),
        };
    }

    private SecureString ReadToken()
    {
        SecureString token = ApiToken ?? EnvironmentConnection.Token()
            ?? throw new AiGatewayException(AiGatewayErrorKind.NotConnected, "No API token was given.")
            {
                RecommendedAction = "Use -ApiToken (Get-Secret cloudflare), -ApiToken (Read-Host -AsSecureString), or the environment variable "
                    + "CLOUDFLARE_API_TOKEN. The dashboard makes tokens under My Profile > API Tokens; choose the permissions AI Gateway Read and Edit.",
            };
        Hosting.ApiToken.ThrowIfUnusable(token, ApiToken is null ? "the environment" : "-ApiToken");
        return token;
    }

    private static string? EnvironmentAccount()
    {
        string? accountId = EnvironmentConnection.AccountId();
        return accountId is null || AccountIdRule.IsValid(accountId)
            ? accountId
            : throw new AiGatewayException(AiGatewayErrorKind.NotConnected, "In the environment: " + AccountIdRule.Explain(accountId))
            {
                RecommendedAction = "Correct CLOUDFLARE_ACCOUNT_ID, or name the account with -AccountId.",
            };
    }
}
