using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>An update of a dataset that was worked out but not sent.</summary>
internal sealed class DatasetPlan : DatasetUpdatePlan
{
    /// <summary>Keeps what applying the plan needs.</summary>
    public DatasetPlan(DatasetSnapshot snapshot, JsonObject proposed, AiGatewayDataset preview, IReadOnlyList<GatewayDifference> differences)
        : base(snapshot.Dataset, preview, differences)
    {
        Snapshot = snapshot;
        Proposed = proposed;
    }

    /// <summary>The dataset that the plan starts from.</summary>
    public DatasetSnapshot Snapshot { get; }

    /// <summary>The whole document as it would be, read-only members included.</summary>
    public JsonObject Proposed { get; }
}
