using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a data-loss-prevention policy for -Dlp of New- and Set-AiGateway. Sends nothing and needs no connection.</summary>
[Cmdlet(VerbsCommon.New, "AiGatewayDlpPolicy")]
[OutputType(typeof(DlpPolicy))]
public sealed class NewAiGatewayDlpPolicyCommand : PSCmdlet
{
    /// <summary>The policy's id, which you choose.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Id { get; set; } = string.Empty;

    /// <summary>Ids of DLP profiles, from the Zero Trust dashboard.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Profile")]
    [ValidateNotNullOrEmpty]
    public string[] Profiles { get; set; } = System.Array.Empty<string>();

    /// <summary>What happens on a hit; Flag when left out.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(ContentAction))]
    public ContentAction Action { get; set; } = ContentAction.Flag;

    /// <summary>Which sides of a call are checked: Request, Response or both; Request when left out.</summary>
    [Parameter]
    [ModelTransformation(typeof(DlpCheck[]), nameof(Check))]
    [ValidateNotNullOrEmpty]
    public DlpCheck[] Check { get; set; } = { DlpCheck.Request };

    /// <summary>Whether the policy is applied; it is unless told otherwise.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enabled { get; set; }

    /// <summary>Writes the policy.</summary>
    protected override void ProcessRecord()
    {
        string? problem = string.IsNullOrWhiteSpace(Id) ? "The policy's id is blank."
            : Profiles.Any(string.IsNullOrWhiteSpace) ? $"A profile of policy '{Id}' is blank."
            : null;
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidDlpPolicy", problem, Id, "Ids of profiles are in the Zero Trust dashboard under DLP > Profiles."));
            return;
        }

        WriteObject(new DlpPolicy { Id = Id, Profiles = Profiles.Distinct().ToArray(), Action = Action, Check = Check.Distinct().ToArray(), Enabled = Enabled ?? true });
    }
}
