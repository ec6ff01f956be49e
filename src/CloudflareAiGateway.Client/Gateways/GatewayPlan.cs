using System;
using System.Collections.Generic;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>An update that was worked out but not sent.</summary>
internal sealed class GatewayPlan : GatewayUpdatePlan
{
    /// <summary>Keeps what applying the plan needs.</summary>
    public GatewayPlan(GatewaySnapshot snapshot, JsonObject proposed, AiGateway preview, IReadOnlyList<GatewayDifference> differences, IReadOnlyList<SecureString> secrets)
        : base(snapshot.Gateway, differences)
    {
        Snapshot = snapshot;
        Proposed = proposed;
        Preview = preview;
        Secrets = secrets;
    }

    /// <summary>The gateway that the plan starts from.</summary>
    public GatewaySnapshot Snapshot { get; }

    /// <summary>The whole document as it would be, read-only members included.</summary>
    public JsonObject Proposed { get; }

    /// <summary>Secrets inside the document.</summary>
    public IReadOnlyList<SecureString> Secrets { get; }

    /// <summary>
    /// Works the same update out on a newer reading; null for one that holds only for its own, such as a whole list with one entry changed.
    /// </summary>
    public Func<GatewaySnapshot, GatewayPlan>? Again { get; init; }

    /// <inheritdoc/>
    public override AiGateway Preview { get; }
}
