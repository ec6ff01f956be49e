using System.ComponentModel;
using System.Linq;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of datasets and evaluations. Used by the format files; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EvaluationFormat
{
    /// <summary>The conditions of a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <returns>Such as <c>Success Eq False; Provider Eq openai</c>, or <c>every log</c>.</returns>
    public static string Filters(AiGatewayDataset dataset) => dataset.Filters.Length == 0 ? "every log" : string.Join("; ", (object[])dataset.Filters);

    /// <summary>The datasets of an evaluation.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>Their names.</returns>
    public static string Datasets(AiGatewayEvaluation evaluation) => string.Join(", ", evaluation.Datasets.Select(d => d.Name));

    /// <summary>What came out of an evaluation.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <returns>Such as <c>et_cost: 0.0021; et_speed: 812</c>.</returns>
    public static string Results(AiGatewayEvaluation evaluation) => string.Join("; ", (object[])evaluation.Results);
}
