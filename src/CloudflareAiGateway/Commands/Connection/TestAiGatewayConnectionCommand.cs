using System.Management.Automation;
using CloudflareAiGateway.Hosting;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>The doctor: checks token, account, permissions, clock, quota, log system and both hosts with harmless calls.</summary>
/// <remarks>Source: <c>user-api-tokens-verify-token</c>, <c>account-api-tokens-verify-token</c>, and harmless calls of other areas.</remarks>
[Cmdlet(VerbsDiagnostic.Test, "AiGatewayConnection")]
[OutputType(typeof(AiGatewayConnectionCheck))]
public sealed class TestAiGatewayConnectionCommand : CancellableCommand
{
    /// <summary>The connection to check instead of the session's own.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ConnectionTransformation]
    [ValidateNotNull]
    public AiGatewayConnection? Connection { get; set; }

    /// <summary>The account to check instead of the connection's.</summary>
    [Parameter]
    [AccountIdTransformation]
    [ValidateAccountId]
    [ArgumentCompleter(typeof(Completion.AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Runs the checks and writes each result as it comes.</summary>
    protected override void ProcessRecord()
    {
        AiGatewayConnection? connection = FindConnection();
        if (connection is null)
        {
            return;
        }

        IConnectionDoctor doctor = connection.Client.Doctor;
        foreach (string check in doctor.Checks)
        {
            WriteObject(Await(call => doctor.RunAsync(check, AccountId ?? connection.AccountId, call)));
        }
    }

    /// <summary>A missing connection is the doctor's first finding, not an error.</summary>
    private AiGatewayConnection? FindConnection()
    {
        try
        {
            AiGatewayConnection? connection = Connection ?? ConnectionStore.Current ?? EnvironmentConnection.Get(UserAgent.For(SessionState));
            if (connection is null)
            {
                WriteObject(new AiGatewayConnectionCheck(
                    "Token",
                    CheckStatus.Failed,
                    "There is no connection, and no token in the environment.",
                    "Run Connect-AiGateway, or set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID."));
            }

            return connection;
        }
        catch (AiGatewayException failure)
        {
            WriteObject(new AiGatewayConnectionCheck("Token", CheckStatus.Failed, failure.Message, failure.RecommendedAction));
            return null;
        }
    }
}
