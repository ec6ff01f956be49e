using System;
using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Asks a model through a gateway: one call per prompt. It costs money, so -WhatIf shows what would be sent; it does not ask, as a command
/// that scripts call in loops could not.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "AiGatewayChat", DefaultParameterSetName = PromptSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayChatResult), typeof(AiGatewayChatDelta), typeof(string), typeof(PSObject))]
public sealed class InvokeAiGatewayChatCommand : ChatCommand
{
    /// <summary>One call of the messages alone.</summary>
    private static readonly string?[] s_noPrompt = { null };

    /// <summary>What is asked; each text is a call of its own.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = PromptSet, ValueFromPipeline = true)]
    [Parameter(Position = 2, ParameterSetName = MessageSet, ValueFromPipeline = true)]
    [PromptTransformation]
    [AllowEmptyString]
    public string[] Prompt { get; set; } = Array.Empty<string>();

    /// <summary>Writes the answer piece by piece as it comes.</summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <summary>Writes the text alone.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Asks for JSON, and writes the answer as an object.</summary>
    [Parameter]
    public SwitchParameter AsObject { get; set; }

    private protected override bool WantsJson => AsObject;

    private protected override void Prepare()
    {
        if (AsObject && (Stream || Raw))
        {
            throw InputProblem.Of(AiGatewayErrorReason.InvalidCallOption, "AsObject makes one object of the whole answer; it cannot go with Stream or Raw.");
        }

        base.Prepare();
    }

    /// <summary>Asks once per prompt.</summary>
    protected override void ProcessRecord()
    {
        foreach (string? prompt in Prompt.Length == 0 ? s_noPrompt : Prompt)
        {
            if (prompt is not null && string.IsNullOrWhiteSpace(prompt))
            {
                WriteError(ErrorRecords.Create(InputProblem.Prompt("The prompt is empty; nothing was sent."), prompt, ResourceName));
                continue;
            }

            Ask(Composer.Compose(ResolveAccountId(), Gateway, prompt));
        }
    }

    private void Ask(ChatRequest request)
    {
        SurfaceChoice choice = request.Choice;
        if (!ShouldProcess(
            $"{choice.Model} through gateway '{Gateway}' (account {request.AccountId})",
            $"Ask on the surface {choice.Surface} ({choice.Why}); this costs money"))
        {
            return;
        }

        object? target = request.Prompt ?? (object)Model;
        if (Stream)
        {
            AskForPieces(request, target);
        }
        else if (TryAwait(target, call => Client.Inference.ChatAsync(request, call), out AiGatewayChatResult result))
        {
            Write(result);
        }
    }

    private void AskForPieces(ChatRequest request, object? target)
    {
        try
        {
            Stream<AiGatewayChatDelta>((call, write) => Client.Inference.StreamAsync(request, write, call), Write);
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, target);
        }
    }

    private void Write(AiGatewayChatDelta piece)
    {
        if (!Raw)
        {
            WriteObject(piece);
        }
        else if (piece.Text.Length > 0)
        {
            WriteObject(piece.Text);
        }
    }

    private void Write(AiGatewayChatResult result)
    {
        if (AsObject && result.Content is null)
        {
            Fail(new AiGatewayException(AiGatewayErrorKind.UnexpectedResponse, $"The answer of {result.Model} is not JSON (it ended with '{result.FinishReason}'): {result.Text}"), result);
            return;
        }

        result.Content = PlainObject.From(result.Content);
        WriteObject(AsObject ? result.Content : Raw ? result.Text : result);
    }
}
