using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the bodies of logged calls. A body that the log does not hold is no error: nothing is written for it.</summary>
/// <remarks>Source: <c>aig-config-get-gateway-log-request</c>, <c>aig-config-get-gateway-log-response</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayLogPayload")]
[OutputType(typeof(AiGatewayLogPayload))]
public sealed class GetAiGatewayLogPayloadCommand : LogRowCommand
{
    /// <summary>Which body.</summary>
    [Parameter]
    [ValidateSet("Request", "Response", "Both")]
    public string Kind { get; set; } = "Both";

    /// <summary>Writes the bodies of one row.</summary>
    protected override void ProcessRecord()
    {
        if (Kind != "Response")
        {
            Write(LogPayload.Request);
        }

        if (Kind != "Request")
        {
            Write(LogPayload.Response);
        }
    }

    private void Write(LogPayload payload)
    {
        string accountId = ResolveAccountId();
        if (!TryAwait(LogId, call => Client.Logs.GetBodyAsync(accountId, Gateway, LogId, payload, call), out LogBody? body))
        {
            return;
        }

        if (body is null)
        {
            WriteVerbose($"Log {LogId} of gateway '{Gateway}' holds no {payload.ToString().ToLowerInvariant()} body; payload logging was off, or the body was too large.");
            return;
        }

        WriteObject(new AiGatewayLogPayload
        {
            LogId = LogId,
            AccountId = accountId,
            GatewayId = Gateway,
            Kind = payload.ToString(),
            ContentType = body.ContentType,
            Text = body.Text,
            Content = body.Parsed,
        });
    }
}
