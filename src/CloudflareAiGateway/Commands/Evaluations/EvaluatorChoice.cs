using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Commands;

/// <summary>Chooses evaluators by what users call them: name, type or id.</summary>
internal static class EvaluatorChoice
{
    private const int PageSize = 50;

    /// <summary>Reads everything that the account can measure.</summary>
    public static IReadOnlyList<AiGatewayEvaluator> Read(CancellableCommand command, IEvaluationClient evaluations, string accountId)
    {
        var offered = new List<AiGatewayEvaluator>();
        ResultPage<AiGatewayEvaluator> page;
        int number = 0;
        do
        {
            number++;
            page = command.Await(call => evaluations.ListEvaluatorsAsync(accountId, number, PageSize, call));
            offered.AddRange(page.Items);
        }
        while (!page.IsLast);
        return offered;
    }

    /// <summary>The first of the names that no evaluator has.</summary>
    /// <returns>Null when all are offered.</returns>
    public static string? FindUnknown(IReadOnlyList<AiGatewayEvaluator> offered, string[]? wanted) =>
        (wanted ?? Array.Empty<string>()).FirstOrDefault(name => !offered.Any(e => IsCalled(e, name)));

    /// <summary>The evaluators for an evaluation: those named and those that every evaluation has to take; all that can be used when none is named.</summary>
    /// <param name="offered">What the service offers.</param>
    /// <param name="wanted">Names, types or ids; null for all.</param>
    public static IReadOnlyList<AiGatewayEvaluator> From(IReadOnlyList<AiGatewayEvaluator> offered, string[]? wanted) =>
        offered.Where(e => wanted is null ? e.Enable != false : e.Mandatory == true || wanted.Any(name => IsCalled(e, name))).ToList();

    private static bool IsCalled(AiGatewayEvaluator evaluator, string name) =>
        string.Equals(evaluator.Name, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(evaluator.Type, name, StringComparison.OrdinalIgnoreCase)
        || evaluator.Id == name;
}
