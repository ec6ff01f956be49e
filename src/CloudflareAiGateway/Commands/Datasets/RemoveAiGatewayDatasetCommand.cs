using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Deletes datasets, not the logs that they select. There is no way back, so it asks first.</summary>
/// <remarks>Source: <c>aig-config-delete-dataset</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayDataset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = NameSet)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayDatasetCommand : DatasetItemCommand
{
    private protected override void ProcessItem(string accountId, string id, string shown)
    {
        if (!ShouldProcess(Describe(accountId, shown), "Delete the dataset; its logs stay"))
        {
            return;
        }

        TryRun(
            accountId,
            shown,
            async call =>
            {
                await Client.Datasets.DeleteAsync(accountId, Gateway, id, call).ConfigureAwait(false);
                CompletionCache.Clear();
                return true;
            },
            out bool _);
    }
}
