using System.Net.Http;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the host that clients call models through can be reached from here. Sent without the token.</summary>
internal sealed class GatewayHostCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Gateway host";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        var request = new ApiRequest(HttpMethod.Get, "/", "gateway-host", "reach the gateway host") { Host = ApiHost.Gateway, IsAnonymous = true };
        ApiOutcome outcome = await examination.TryAsync(request).ConfigureAwait(false);
        string host = examination.Transport.Settings.Options.GatewayBaseUri.Authority;
        return outcome.Reply is ApiReply reply
            ? new AiGatewayConnectionCheck(Name, CheckStatus.Passed, $"{host} answers (status {reply.Status}, as good as any here).")
            : new AiGatewayConnectionCheck(Name, CheckStatus.Failed, outcome.Error!.Message, $"Check the firewall and name look-up for {host}; only calls to models need it.");
    }
}
