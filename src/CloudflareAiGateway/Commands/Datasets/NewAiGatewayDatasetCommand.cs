using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Creates a dataset: a saved selection of a gateway's logs. A piped dataset gives its conditions.</summary>
/// <remarks>Source: <c>aig-config-create-dataset</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayDataset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayDataset))]
public sealed class NewAiGatewayDatasetCommand : GatewayItemCommand
{
    /// <summary>The name, unique in the gateway.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The conditions, joined by AND: from New-AiGatewayLogFilter, or hashtables with Key, Operator and Value. None selects every log.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("Filters")]
    [AllowEmptyCollection]
    [ModelTransformation(typeof(AiGatewayLogFilter[]), nameof(Filter))]
    public AiGatewayLogFilter[]? Filter { get; set; }

    /// <summary>Whether the dataset collects logs; it does unless told otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    private protected override string ResourceName => "Dataset";

    /// <summary>Creates one dataset.</summary>
    protected override void ProcessRecord()
    {
        if (!DatasetInput.IsValid(this, Gateway, Filter))
        {
            return;
        }

        string accountId = ResolveAccountId();
        if (!ShouldProcess($"dataset '{Name}' of gateway '{Gateway}' (account {accountId})", "Create"))
        {
            return;
        }

        var settings = new Dictionary<string, object?> { ["name"] = Name, ["enable"] = Enable ?? true, ["filters"] = Filter ?? System.Array.Empty<AiGatewayLogFilter>() };
        try
        {
            WriteObject(Await(call => Client.Datasets.CreateAsync(accountId, Gateway, settings, call)));
            CompletionCache.Clear();
        }
        catch (AiGatewayException failure) when (failure.Kind == AiGatewayErrorKind.NotFound)
        {
            // Nothing but the gateway can be missing here.
            WriteError(ErrorRecords.Create(failure, Gateway, "Gateway"));
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Name);
        }
    }
}
