using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>One condition on log rows; several are joined by AND.</summary>
public sealed class AiGatewayLogFilter
{
    /// <summary>What is compared.</summary>
    public LogFilterKey Key { get; set; }

    /// <summary>How it is compared.</summary>
    public LogFilterOperator Operator { get; set; } = LogFilterOperator.Eq;

    /// <summary>The values: texts, numbers, flags, times. With Eq one of them has to match, with Neq none may.</summary>
    public object[] Value { get; set; } = System.Array.Empty<object>();

    /// <summary>The condition in one line.</summary>
    /// <returns>Such as <c>Provider Eq openai, anthropic</c>.</returns>
    public override string ToString() =>
        $"{Key} {Operator} {string.Join(", ", Value.Select(v => System.Convert.ToString(v, CultureInfo.InvariantCulture)))}";
}
