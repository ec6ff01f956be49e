using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a change of a price out of what was bound, and refuses what makes no sense. Sends nothing.</summary>
internal sealed class ModelPriceReader
{
    private static readonly PropertyInfo[] s_prices =
        typeof(ModelPriceSettingsCommand).GetProperties().Where(p => p.GetCustomAttribute<PriceAttribute>() is not null).ToArray();

    private readonly ModelPriceSettingsCommand _command;
    private readonly BoundSettings _settings;
    private readonly Dictionary<string, decimal?> _prices = new();

    /// <summary>Looks at a command and its current record.</summary>
    public ModelPriceReader(ModelPriceSettingsCommand command, BoundSettings settings)
    {
        _command = command;
        _settings = settings;
    }

    /// <summary>A parameter that was typed as $null and cannot be; null when there is none.</summary>
    public string? NotClearable { get; private set; }

    /// <summary>Reads the change.</summary>
    /// <param name="takePiped">Whether what was bound from the piped object counts.</param>
    /// <exception cref="AiGatewayException">Rejected: something was refused.</exception>
    public ModelPriceChange Read(bool takePiped)
    {
        Dictionary<string, object?> members = _settings.Read(takePiped, out string? refused);
        NotClearable = refused;
        foreach (PropertyInfo parameter in s_prices)
        {
            bool typed = _settings.IsTyped(parameter.Name);
            if (_command.MyInvocation.BoundParameters.ContainsKey(parameter.Name) && (typed || takePiped))
            {
                ReadPrice(parameter, (decimal?)parameter.GetValue(_command), typed);
            }
        }

        RefuseNegative(members);
        Reconcile(members, nameof(_command.CostIn), nameof(_command.InputPerMillion));
        Reconcile(members, nameof(_command.CostOut), nameof(_command.OutputPerMillion));
        return new ModelPriceChange { Members = members, Prices = _prices };
    }

    private static AiGatewayException Refuse(string message, string? action = null) =>
        new(AiGatewayErrorKind.Rejected, message) { RecommendedAction = action };

    private void ReadPrice(PropertyInfo parameter, decimal? amount, bool typed)
    {
        PriceAttribute price = parameter.GetCustomAttribute<PriceAttribute>()!;
        if (amount is { } given)
        {
            _prices[price.Member] = PerUnit(parameter.Name, given);
        }
        else if (typed)
        {
            NotClearable = price.Clearable ? NotClearable : parameter.Name;
            _prices[price.Member] = null;
        }
    }

    private decimal PerUnit(string parameter, decimal amount)
    {
        if (amount < 0)
        {
            throw Refuse(Invariant(parameter, amount, "a price cannot be below zero"));
        }

        return !PriceName.IsPerMillion(parameter)
            ? amount
            : PriceUnit.ToPerToken(amount) ?? throw Refuse(Invariant(parameter, amount, "the price of one token would have more digits than can be sent without rounding"));
    }

    private string Invariant(string parameter, decimal amount, string problem) =>
        string.Format(CultureInfo.InvariantCulture, "{0} of model '{1}' is {2}; {3}.", parameter, _command.Model, amount, problem);

    private void RefuseNegative(Dictionary<string, object?> members)
    {
        IEnumerable<KeyValuePair<string, object?>> amounts = members.Select(m => new KeyValuePair<string, object?>(WireSpelling.PascalCase(m.Key), m.Value));
        if (_command.TokenPricing is { } pricing)
        {
            amounts = amounts.Concat(typeof(TokenPricing).GetProperties().Select(p => new KeyValuePair<string, object?>(p.Name, p.GetValue(pricing))));
        }

        foreach (KeyValuePair<string, object?> amount in amounts)
        {
            if (amount.Value is decimal price && price < 0)
            {
                throw Refuse(Invariant(amount.Key, price, "a price cannot be below zero"));
            }
        }
    }

    /// <summary>Two ways to say one price must say the same. What a row carries along of the older way gives way.</summary>
    private void Reconcile(Dictionary<string, object?> members, string older, string newer)
    {
        string member = WireSpelling.SnakeCase(older);
        string price = typeof(ModelPriceSettingsCommand).GetProperty(newer)!.GetCustomAttribute<PriceAttribute>()!.Member;
        if (!members.TryGetValue(member, out object? cost) || !_prices.TryGetValue(price, out decimal? amount) || Equals(cost, amount))
        {
            return;
        }

        if (!_settings.IsTyped(older))
        {
            members.Remove(member);
        }
        else if (_settings.IsTyped(newer))
        {
            throw Refuse(
                string.Format(CultureInfo.InvariantCulture, "-{0} and -{1} of model '{2}' say two different prices of a token: {3} and {4}.", older, newer, _command.Model, cost, amount),
                $"Give -{newer} alone; it sets both.");
        }
    }
}
