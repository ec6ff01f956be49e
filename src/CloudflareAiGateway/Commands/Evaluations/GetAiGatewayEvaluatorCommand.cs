using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets the evaluators: the measures that evaluations can take.</summary>
/// <remarks>Source: <c>aig-config-list-evaluators</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayEvaluator", SupportsPaging = true)]
[OutputType(typeof(AiGatewayEvaluator))]
public sealed class GetAiGatewayEvaluatorCommand : ListCommand
{
    private const int PageSize = 50;

    /// <summary>Names of evaluators; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EvaluatorCompleter))]
    public string[]? Name { get; set; }

    private protected override string ResourceName => "Evaluator";

    /// <summary>Writes the evaluators.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        try
        {
            foreach (string? name in Name ?? new string?[] { null })
            {
                Write(accountId, name);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Name?.FirstOrDefault());
        }
    }

    private void Write(string accountId, string? name)
    {
        bool found = false;
        var pattern = name is null ? null : new WildcardPattern(name, WildcardOptions.IgnoreCase);
        WriteList(
            PageSize,
            (page, call) => Client.Evaluations.ListEvaluatorsAsync(accountId, page, PageSize, call),
            evaluator => evaluator.Id,
            pattern is null ? null : evaluator => pattern.IsMatch(evaluator.Name) && (found = true));
        if (name is not null && !found && !IsSatisfied && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(ErrorRecords.Create(
                new AiGatewayException(AiGatewayErrorKind.NotFound, $"There is no evaluator named '{name}'.") { RecommendedAction = "Get-AiGatewayEvaluator lists them." },
                name,
                ResourceName));
        }
    }
}
