using System;
using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Tries models with the smallest possible call, and says how fast they answered, what they were called with, and what it cost. A model
/// that does not answer is a finding, not an error.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "AiGatewayModel")]
[OutputType(typeof(AiGatewayModelTest))]
public sealed class TestAiGatewayModelCommand : CredentialCommand
{
    /// <summary>Less makes reasoning models fail before they say a word.</summary>
    private const int FewTokens = 16;

    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>The models with their providers; typed, or of piped rows and routes.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Model { get; set; } = Array.Empty<string>();

    /// <summary>The way to the models; left out, the one that each needs.</summary>
    [Parameter]
    public InferenceSurface? Surface { get; set; }

    /// <summary>Lets the cache answer; otherwise it is passed by, as an answer from it proves nothing.</summary>
    [Parameter]
    public SwitchParameter UseCache { get; set; }

    /// <summary>How long to wait for the log to tell the cost, in seconds; 0 for not at all.</summary>
    [Parameter]
    [ValidateRange(0, 60)]
    public int LogWaitSec { get; set; } = 3;

    private protected override void Prepare()
    {
        // Every model that is typed is checked before the first is called.
        foreach (string model in Model)
        {
            SurfaceChoice.For(model, Credentials, Surface);
        }
    }

    /// <summary>Tries each model.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        foreach (string model in Model)
        {
            if (TryCompose(accountId, model) is { } request
                && TryAwait(model, call => Client.Inference.TestAsync(request, model, TimeSpan.FromSeconds(LogWaitSec), call), out AiGatewayModelTest test))
            {
                WriteObject(test);
            }
        }
    }

    /// <summary>The smallest call of a model; null when its name makes no sense, which is told.</summary>
    private ChatRequest? TryCompose(string accountId, string model)
    {
        try
        {
            var options = new CallOptions { SkipCache = !UseCache, NoUnifiedBilling = NoUnifiedBilling };
            return new ChatComposer(SurfaceChoice.For(model, Credentials, Surface), options, Credentials, Timeout) { MaxTokens = FewTokens }.Compose(accountId, Gateway, "Say OK.");
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, model);
            return null;
        }
    }
}
