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

    private protected override void ProcessRow(string accountId, string id)
    {
        if (Kind != "Response")
        {
            Write(accountId, id, LogPayload.Request);
        }

        if (Kind != "Request")
        {
            Write(accountId, id, LogPayload.Response);
        }
    }

    private void Write(string accountId, string id, LogPayload payload)
    {
        if (!TryAwait(id, call => Client.Logs.GetBodyAsync(accountId, Gateway, id, payload, call), out LogBody? body))
        {
            return;
        }

        if (body is null)
        {
            WriteVerbose($"Log {id} of gateway '{Gateway}' holds no {payload.ToString().ToLowerInvariant()} body; payload logging was off, or the body was too large.");
            return;
        }

        WriteObject(new AiGatewayLogPayload
        {
            LogId = id,
            AccountId = accountId,
            GatewayId = Gateway,
            Kind = payload.ToString(),
            ContentType = body.ContentType,
            Text = body.Text,
            Content = body.Parsed,
        });
    }
}
