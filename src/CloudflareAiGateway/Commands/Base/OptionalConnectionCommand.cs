using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Hosting;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Second rung: knows the connection (given, the runspace's, or the environment's) where there is one, and the account. For commands that
/// say more when connected, and work all the same without.
/// </summary>
public abstract class OptionalConnectionCommand : CancellableCommand
{
    /// <summary>The connection to use instead of the runspace's own.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ValidateNotNull]
    public AiGatewayConnection? Connection { get; set; }

    /// <summary>The account to use instead of the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AccountIdTransformation]
    [ValidateAccountId]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>The connection that this command uses; null when there is none.</summary>
    private protected AiGatewayConnection? KnownConnection { get; private set; }

    /// <summary>Finds the connection.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            KnownConnection = Connection ?? ConnectionStore.Current ?? EnvironmentConnection.Get(UserAgent.For(SessionState));
        }
        catch (AiGatewayException failure)
        {
            OnUnusableEnvironment(failure);
        }
    }

    /// <summary>The account of this record: the one given or piped, the connection's, or the only one that the token sees.</summary>
    /// <returns>The account; null when there is no connection and none was given.</returns>
    private protected string? FindAccountId()
    {
        if (!string.IsNullOrEmpty(AccountId))
        {
            return AccountId;
        }

        if (KnownConnection is not { } connection)
        {
            return EnvironmentConnection.AccountId();
        }

        if (connection.AccountId is { } known)
        {
            return known;
        }

        try
        {
            AiGatewayAccount account = Await(call => AccountFinder.FindOnlyAsync(connection.Client.Accounts, call));
            connection.RememberAccount(account.AccountId);
            return account.AccountId;
        }
        catch (AiGatewayException failure)
        {
            // Every record would fail alike.
            ThrowTerminatingError(Errors.ErrorRecords.Create(failure, null, "Account"));
            throw;
        }
    }

    /// <summary>What to do about a token, account or address in the environment that cannot be used.</summary>
    private protected virtual void OnUnusableEnvironment(AiGatewayException failure) =>
        WriteWarning($"{failure.Message} {failure.RecommendedAction} This command goes on without a connection.");
}
