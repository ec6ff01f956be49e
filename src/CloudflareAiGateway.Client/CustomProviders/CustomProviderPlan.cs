using System.Collections.Generic;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>A change of a provider that was worked out but not sent.</summary>
internal sealed class CustomProviderPlan : PatchPlan<AiGatewayCustomProvider>
{
    /// <summary>Keeps what applying the plan needs.</summary>
    public CustomProviderPlan(
        AiGatewayCustomProvider current,
        AiGatewayCustomProvider preview,
        IReadOnlyList<GatewayDifference> differences,
        JsonObject members,
        IReadOnlyList<SecureString> secrets)
        : base(current, preview, differences)
    {
        Members = members;
        Secrets = secrets;
    }

    /// <summary>The members to send, with headers as an object.</summary>
    public JsonObject Members { get; }

    /// <summary>Secrets among them.</summary>
    public IReadOnlyList<SecureString> Secrets { get; }
}
