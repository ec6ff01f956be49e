using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Hosting;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Second rung: knows the connection (given, the runspace's, or the environment's) and the account. A leaf command adds its parameters
/// and one body.
/// </summary>
public abstract class ConnectedCommand : CancellableCommand
{
    /// <summary>The connection to use instead of the runspace's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public AiGatewayConnection? Connection { get; set; }

    /// <summary>The account to use instead of the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateAccountId]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>The connection that this command uses.</summary>
    private protected AiGatewayConnection ActiveConnection { get; private set; } = null!;

    /// <summary>The client behind the connection.</summary>
    private protected IAiGatewayClient Client => ActiveConnection.Client;

    /// <summary>Finds the connection; without one no record can succeed.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            ActiveConnection = Connection
                ?? ConnectionStore.Current
                ?? EnvironmentConnection.Get(UserAgent.For(SessionState))
                ?? throw NotConnected();
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, null);
        }
    }

    /// <summary>The account of this record: the one given or piped, the connection's, or the only one that the token sees.</summary>
    private protected string ResolveAccountId()
    {
        if (!string.IsNullOrEmpty(AccountId))
        {
            return AccountId!;
        }

        if (ActiveConnection.AccountId is { } known)
        {
            return known;
        }

        try
        {
            AiGatewayAccount account = Await(call => AccountFinder.FindOnlyAsync(Client.Accounts, call));
            ActiveConnection.RememberAccount(account.AccountId);
            return account.AccountId;
        }
        catch (AiGatewayException failure)
        {
            // Every record would fail alike.
            ThrowTerminatingError(Errors.ErrorRecords.Create(failure, null, "Account"));
            throw;
        }
    }

    private static AiGatewayException NotConnected() =>
        new(AiGatewayErrorKind.NotConnected, "There is no connection to Cloudflare in this session.")
        {
            RecommendedAction = "Run Connect-AiGateway, or set the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID. "
                + "In ForEach-Object -Parallel and thread jobs pass the connection on: -Connection $using:connection, where $connection = Get-AiGatewayConnection. "
                + "To try the module without an account: Connect-AiGateway -Emulator.",
        };
}
