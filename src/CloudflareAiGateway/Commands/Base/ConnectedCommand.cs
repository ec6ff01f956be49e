namespace CloudflareAiGateway.Commands;

/// <summary>
/// Third rung: cannot work without a connection and an account. A leaf command adds its parameters and one body.
/// </summary>
public abstract class ConnectedCommand : OptionalConnectionCommand
{
    /// <summary>The connection that this command uses.</summary>
    private protected AiGatewayConnection ActiveConnection => KnownConnection!;

    /// <summary>The client behind the connection.</summary>
    private protected IAiGatewayClient Client => ActiveConnection.Client;

    /// <summary>Finds the connection; without one no record can succeed.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (KnownConnection is null)
        {
            Fail(NotConnected(), null);
        }
    }

    /// <summary>The account of this record: the one given or piped, the connection's, or the only one that the token sees.</summary>
    private protected string ResolveAccountId() => FindAccountId()!;

    private protected override void OnUnusableEnvironment(AiGatewayException failure) => Fail(failure, null);

    private static AiGatewayException NotConnected() =>
        new(AiGatewayErrorKind.NotConnected, "There is no connection to Cloudflare in this session.")
        {
            RecommendedAction = "Run Connect-AiGateway, or set the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID. "
                + "In ForEach-Object -Parallel and thread jobs pass the connection on: -Connection $using:connection, where $connection = Get-AiGatewayConnection. "
                + "To try the module without an account: Connect-AiGateway -Emulator.",
        };
}
