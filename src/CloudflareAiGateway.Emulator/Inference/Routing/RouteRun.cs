using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>One run of a call through a route. Elements lead to each other until a model has answered and the end is reached.</summary>
internal sealed class RouteRun(EmulatorServices services, StepRunner steps, AnswerComposer composer, InferenceCall call, RouteGraph graph, ModelStep template)
{
    private readonly RouteFields _fields = new(template.Options.Metadata, template.Input.Headers, template.Input.Json ?? default);
    private readonly List<string> _budgets = [];
    private StepOutcome? _last;
    private int _index;

    /// <summary>Runs through the route.</summary>
    /// <returns>How the last model ended; when none was called, that nobody answered.</returns>
    public async Task<StepOutcome> RunAsync(CancellationToken cancellationToken)
    {
        RouteElement? element = graph.Start;

        // A route that leads back to itself must end some time.
        for (int i = graph.Count; i > 0 && element is not null; i--)
        {
            string output = element.Type switch
            {
                "start" => "next",
                "conditional" => RouteCondition.Holds(element.Properties.Member("conditions"), _fields) ? "true" : "false",
                "percentage" => Draw(element),
                "rate" => Allows(element) ? "success" : "fallback",
                "model" => await CallAsync(element.Properties, cancellationToken).ConfigureAwait(false),
                _ => string.Empty,
            };
            element = graph.Follow(element, output);
        }

        return _last ?? steps.Start(call, template, 0) with { Refusal = GatewayRefusal.NoAnswer };
    }

    /// <summary>Draws an output by its share. The draw depends on event and element only, so that a call can be made again.</summary>
    private string Draw(RouteElement element)
    {
        const double Whole = 100;
        double rest = new LogDice(LogId.BitsOf($"{call.EventId}\n{element.Id}")).Unit() * Whole;
        string chosen = string.Empty;
        foreach (KeyValuePair<string, string> output in element.Outputs)
        {
            // Without a share it is the one for all that is left, as old routes have it.
            chosen = output.Key;
            bool hasShare = double.TryParse(output.Key.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out double share);
            if (hasShare && rest < share)
            {
                break;
            }

            rest -= share;
        }

        return chosen;
    }

    private bool Allows(RouteElement element)
    {
        JsonElement properties = element.Properties;
        int window = Math.Max(properties.Number("window") ?? 0, 1);
        JsonElement limit = properties.Member("limit");
        double most = limit.ValueKind == JsonValueKind.Number ? limit.GetDouble() : 0;
        string scope = $"{call.Scope} route {graph.Name}/{element.Id}/{_fields.Text(properties.Text("key") ?? string.Empty)}";
        if (properties.Text("limitType") != "cost")
        {
            return services.Inference.Counters.TryTake(scope, (int)Math.Min(most, int.MaxValue), window, slides: false, call.Now);
        }

        if (services.Inference.Spendings.Sum(scope, WindowCounters.Start(call.Now, window, slides: false), static _ => true) >= most)
        {
            return false;
        }

        _budgets.Add(scope);
        return true;
    }

    private async Task<string> CallAsync(JsonElement properties, CancellationToken cancellationToken)
    {
        if (_last is not null)
        {
            await composer.RecordAsync(call, _last).ConfigureAwait(false);
        }

        ModelStep step = MakeStep(properties);
        bool isKnown = step.Provider != template.Provider;
        _last = isKnown
            ? await steps.RunAsync(call, step, _index, cancellationToken).ConfigureAwait(false)
            : steps.Start(call, step, _index) with { Refusal = GatewayRefusal.NoAnswer };
        _index++;
        foreach (string budget in _budgets)
        {
            if (_last is { Cost: > 0, IsCached: false })
            {
                services.Inference.Spendings.Add(budget, new Spending(services.Time.GetUtcNow(), _last.Cost, step.Provider.Slug, _last.Prompt.Model, step.Options.Metadata));
            }
        }

        // What the gateway itself refuses is refused for every model.
        bool isFinal = _last.Refusal is { MayFallBack: false };
        return isFinal ? string.Empty : _last.IsSuccess ? "success" : "fallback";
    }

    private ModelStep MakeStep(JsonElement properties)
    {
        string model = properties.Text("model") ?? string.Empty;

        // An account's own providers were reported to fail inside routes.
        ProviderInfo provider = ProviderTable.Find(properties.Text("provider") ?? string.Empty) ?? template.Provider;
        return template with
        {
            Input = template.Input with { Provider = provider, Model = model },
            Patience = new CallPatience(1 + Math.Max(properties.Number("retries") ?? 0, 0), properties.Number("timeout"), 0, "constant") { WaitsForLast = false },
        };
    }
}
