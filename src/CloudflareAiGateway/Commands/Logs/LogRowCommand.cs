using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands on single rows have in common: a piped row gives all of it.</summary>
public abstract class LogRowCommand : ConnectedCommand
{
    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>Ids of rows.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? LogId { get; set; }

    private protected override string ResourceName => "Log";

    /// <summary>Does the command's work for each row.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        foreach (string id in LogId!)
        {
            ProcessRow(accountId, id);
        }
    }

    /// <summary>Does the command's work for one row.</summary>
    private protected abstract void ProcessRow(string accountId, string id);
}
