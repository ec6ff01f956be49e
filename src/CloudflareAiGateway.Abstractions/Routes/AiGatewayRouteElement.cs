using System;
using System.Collections;
using System.Collections.Specialized;

namespace CloudflareAiGateway;

/// <summary>
/// One element of a route's graph. Which of the properties mean something depends on <see cref="Type"/>; the others are null. May be
/// changed: what counts is the graph that is given to Set-AiGatewayRoute or New-AiGatewayRoute.
/// </summary>
public sealed class AiGatewayRouteElement
{
    /// <summary>The element's id, unique in its graph; outputs of other elements point to it.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>
    /// <c>start</c>, <c>conditional</c>, <c>percentage</c>, <c>rate</c>, <c>model</c> or <c>end</c>. A text, so that types which are newer
    /// than the module survive.
    /// </summary>
    public string Type { get; set; } = string.Empty;

    /// <summary>conditional: the condition, such as <c>@{ 'metadata.plan' = @{ '$eq' = 'free' } }</c>.</summary>
    public object? Conditions { get; set; }

    /// <summary>rate: the field of the request per whose values is counted, such as <c>metadata.user_id</c>.</summary>
    public string? Key { get; set; }

    /// <summary>rate: how much each may use per window, in calls or US dollars.</summary>
    public decimal? Limit { get; set; }

    /// <summary>rate: what is counted.</summary>
    [WireName("limitType")]
    public RouteLimitType? LimitType { get; set; }

    /// <summary>rate: the window in seconds.</summary>
    public int? Window { get; set; }

    /// <summary>model: the provider's slug, such as <c>openai</c>.</summary>
    public string? Provider { get; set; }

    /// <summary>model: the model as its provider calls it.</summary>
    public string? Model { get; set; }

    /// <summary>model: how often a failed call is repeated before the fallback is taken.</summary>
    public int? Retries { get; set; }

    /// <summary>model: how long a call may take to begin its answer, in milliseconds.</summary>
    public int? Timeout { get; set; }

    /// <summary>
    /// The name of each output and the id of the element that it leads to: <c>next</c> of a start, <c>true</c> and <c>false</c> of a
    /// conditional, shares such as <c>10%</c> of a percentage, <c>success</c> and <c>fallback</c> of a rate or model.
    /// </summary>
    public IDictionary Outputs { get; set; } = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Members that this version of the module has no property for, in the shape of the document: those of <c>properties</c> and of single
    /// outputs below these names. They go back as they came.
    /// </summary>
    public IDictionary AdditionalProperties { get; set; } = new OrderedDictionary();

    /// <summary>The element in a line.</summary>
    /// <returns>Such as <c>mid (model openai gpt-4o-mini)</c>.</returns>
    public override string ToString() => $"{Id} ({RouteElementText.Describe(this)})";
}
