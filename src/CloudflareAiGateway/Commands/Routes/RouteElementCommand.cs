using System.Collections;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>What an element can be made of. Each type of element is a parameter set, so that no parameter has to name the type.</summary>
public abstract class RouteElementCommand : PSCmdlet
{
    /// <summary>The element's id, unique in its graph. A start is called start, and an end end, when it is left out.</summary>
    [Parameter(Position = 0, ParameterSetName = "Start")]
    [Parameter(Position = 0, ParameterSetName = "End")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Conditional")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Percentage")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Rate")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Model")]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>A start: the element with which the route begins.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Start")]
    [ArgumentCompleter(typeof(RouteElementIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Next { get; set; }

    /// <summary>A branch: the condition, such as @{ 'metadata.plan' = 'free' } or @{ 'metadata.plan' = @{ '$in' = 'free', 'trial' } }; JSON text, too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Conditional")]
    [ValidateNotNull]
    public object? Condition { get; set; }

    /// <summary>The element that comes when the condition holds.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Conditional")]
    [ArgumentCompleter(typeof(RouteElementIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? True { get; set; }

    /// <summary>The element that comes when it does not.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Conditional")]
    [ArgumentCompleter(typeof(RouteElementIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? False { get; set; }

    /// <summary>A split: percentages and the elements that get them, such as [ordered]@{ 10 = 'new'; 90 = 'old' }; five at most, 100 together.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Percentage")]
    [ValidateNotNull]
    public IDictionary? Share { get; set; }

    /// <summary>A limit: the field per whose values is counted, such as metadata.user_id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Rate")]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>How much each may use per window: calls, or US dollars.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Rate")]
    [MoneyTransformation]
    public decimal? Limit { get; set; }

    /// <summary>What is counted.</summary>
    [Parameter(ParameterSetName = "Rate")]
    [ChoiceTransformation(typeof(RouteLimitType))]
    public RouteLimitType? LimitType { get; set; }

    /// <summary>The window: seconds or a TimeSpan.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Rate")]
    [NumberTransformation(PerSecond = 1)]
    [ValidateSettingRange(1, int.MaxValue, "second")]
    public int? Window { get; set; }

    /// <summary>A call of a model: the provider's slug.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Model")]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Provider { get; set; }

    /// <summary>The model as its provider calls it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Model")]
    [ArgumentCompleter(typeof(ModelCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Model { get; set; }

    /// <summary>How long the model may take to begin its answer: milliseconds or a TimeSpan.</summary>
    [Parameter(ParameterSetName = "Model")]
    [NumberTransformation(PerSecond = 1000)]
    [ValidateSettingRange(0, int.MaxValue, "milliseconds")]
    public int? Timeout { get; set; }

    /// <summary>How often a failed call is repeated before the fallback is taken.</summary>
    [Parameter(ParameterSetName = "Model")]
    [ValidateSettingRange(0, int.MaxValue, "retries")]
    public int? Retries { get; set; }

    /// <summary>The element that comes when the limit is not reached, or the model has answered; after a model the end, when it is left out.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Rate")]
    [Parameter(ParameterSetName = "Model")]
    [ArgumentCompleter(typeof(RouteElementIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Success { get; set; }

    /// <summary>The element that comes when the limit is reached, or the model has failed.</summary>
    [Parameter(ParameterSetName = "Rate")]
    [Parameter(ParameterSetName = "Model")]
    [ArgumentCompleter(typeof(RouteElementIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Fallback { get; set; }

    /// <summary>The end of the graph.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "End")]
    public SwitchParameter End { get; set; }
}
