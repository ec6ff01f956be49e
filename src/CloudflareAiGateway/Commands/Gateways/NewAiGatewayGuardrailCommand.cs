using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes content checks for -Guardrails of New- and Set-AiGateway, with the categories' names. Sends nothing and needs no connection.</summary>
[Cmdlet(VerbsCommon.New, "AiGatewayGuardrail")]
[OutputType(typeof(Guardrails))]
public sealed class NewAiGatewayGuardrailCommand : PSCmdlet
{
    /// <summary>Checks on what is sent to the model: @{ Hate = 'Block' }, or Hate=Block, Privacy=Flag.</summary>
    [Parameter(Position = 0)]
    [GuardrailTransformation]
    [ArgumentCompleter(typeof(GuardrailCompleter))]
    public GuardrailCategories? Prompt { get; set; }

    /// <summary>Checks on what the model answers, in the same forms.</summary>
    [Parameter(Position = 1)]
    [GuardrailTransformation]
    [ArgumentCompleter(typeof(GuardrailCompleter))]
    public GuardrailCategories? Response { get; set; }

    /// <summary>Writes the checks.</summary>
    protected override void ProcessRecord()
    {
        if (Prompt is null && Response is null)
        {
            WriteError(ErrorRecords.InvalidInput(
                "InvalidGuardrail", "Guardrails without -Prompt and without -Response check nothing.", null, "To switch guardrails off: Set-AiGateway … -Guardrails $null."));
            return;
        }

        WriteObject(new Guardrails { Prompt = Prompt ?? new GuardrailCategories(), Response = Response ?? new GuardrailCategories() });
    }
}
