using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Completion;

/// <summary>
/// Base of completions that come from the account, beside what is known without it: within a second and a half or not at all, kept for a minute, silent on every failure,
/// as a prompt that hangs or prints errors at the Tab key is worse than one that does not complete.
/// </summary>
public abstract class ApiCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        IEnumerable<CompletionResult> known = Known(typed, fakeBoundParameters);
        return IsWorthAsking(typed, fakeBoundParameters) ? known.Concat(Entries(fakeBoundParameters).Where(e => Matches(e, typed))) : known;
    }

    /// <summary>What is offered without asking, connected or not.</summary>
    /// <param name="typed">What was typed, without quotes; everything that is returned fits to it.</param>
    /// <param name="bound">The parameters typed before.</param>
    private protected virtual IEnumerable<CompletionResult> Known(string typed, IDictionary bound) => Enumerable.Empty<CompletionResult>();

    /// <summary>Whether the account can have something that fits to what was typed: nobody waits at the Tab key for what cannot come.</summary>
    private protected virtual bool IsWorthAsking(string typed, IDictionary bound) => true;

    /// <summary>Fetches everything that there is to offer.</summary>
    /// <param name="scope">Where to look.</param>
    /// <param name="call">Ends with the time budget.</param>
    private protected abstract Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call);

    /// <summary>What else the offer depends on, such as the gateway typed before; part of the key under which it is kept.</summary>
    private protected virtual string? Within(CompletionScope scope) => null;

    /// <summary>Whether what was typed is the beginning of a prefix, or goes on from it.</summary>
    private protected static bool CanBegin(string typed, string prefix) =>
        prefix.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || typed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<CompletionResult> Entries(IDictionary bound)
    {
        try
        {
            AiGatewayConnection? connection = bound["Connection"] as AiGatewayConnection
                ?? ConnectionStore.Current
                ?? EnvironmentConnection.Get("CloudflareAiGateway");
            if (connection is null)
            {
                return Array.Empty<CompletionResult>();
            }

            var scope = new CompletionScope(connection, bound);
            string key = $"{GetType().Name} {RuntimeHelpers.GetHashCode(connection.Client)} {scope.AccountId} {Within(scope)}";
            if (!CompletionCache.TryGet(key, out IReadOnlyList<CompletionResult> results))
            {
                using var budget = new CancellationTokenSource(s_budget);
                var call = new CallContext(SilentSink.Instance, budget.Token);
                Task<IReadOnlyList<CompletionResult>> fetch = Task.Run(() => FetchAsync(scope, call), budget.Token);
                results = fetch.GetAwaiter().GetResult();
                CompletionCache.Add(key, results);
            }

            return results;
        }
        catch (Exception failure) when (failure is AiGatewayException or OperationCanceledException)
        {
            return Array.Empty<CompletionResult>();
        }
    }

    private static bool Matches(CompletionResult entry, string typed) =>
        typed.Length == 0
        || new WildcardPattern(typed + "*", WildcardOptions.IgnoreCase).IsMatch(entry.CompletionText)
        || new WildcardPattern(typed + "*", WildcardOptions.IgnoreCase).IsMatch(entry.ListItemText);
}
