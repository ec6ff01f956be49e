using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Turns a user's conditions into the filters of the API. Where the API compares less sharply than the user asked (bounds that exclude
/// their value, metadata whose key and value are matched apart), the filter asks for a little more and <see cref="IsWanted"/> sorts out.
/// </summary>
internal sealed class LogConditions
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    private readonly List<AiGatewayLogFilter> _filters = new();
    private readonly List<Func<AiGatewayLog, bool>> _checks = new();

    /// <summary>The filters for the API.</summary>
    public IReadOnlyList<AiGatewayLogFilter> Filters => _filters;

    /// <summary>Whether the API's answer needs no further sorting out, so that its counts can be used.</summary>
    public bool IsExact => _checks.Count == 0;

    /// <summary>Whether a row that passed the API's filters is one that the user asked for.</summary>
    public bool IsWanted(AiGatewayLog row)
    {
        foreach (Func<AiGatewayLog, bool> check in _checks)
        {
            if (!check(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes a filter as it is.</summary>
    public void Add(AiGatewayLogFilter filter) => _filters.Add(filter);

    /// <summary>One of several values.</summary>
    public void AddAny(LogFilterKey key, Array? values)
    {
        if (values is { Length: > 0 })
        {
            var objects = new object[values.Length];
            Array.Copy(values, objects, values.Length);
            _filters.Add(new AiGatewayLogFilter { Key = key, Value = objects });
        }
    }

    /// <summary>A single value.</summary>
    public void AddValue(LogFilterKey key, object? value)
    {
        if (value is not null)
        {
            _filters.Add(new AiGatewayLogFilter { Key = key, Value = new[] { value } });
        }
    }

    /// <summary>Rows from a time on; the API's gt excludes its value, so it gets the millisecond before.</summary>
    public void AddFrom(DateTimeOffset? after)
    {
        if (after is { } time)
        {
            _filters.Add(new AiGatewayLogFilter { Key = LogFilterKey.CreatedAt, Operator = LogFilterOperator.Gt, Value = new object[] { time - s_tick } });
        }
    }

    /// <summary>Rows before a time.</summary>
    public void AddBefore(DateTimeOffset? before)
    {
        if (before is { } time)
        {
            _filters.Add(new AiGatewayLogFilter { Key = LogFilterKey.CreatedAt, Operator = LogFilterOperator.Lt, Value = new object[] { time } });
        }
    }

    /// <summary>A least value, itself included.</summary>
    public void AddMinimum(LogFilterKey key, decimal? minimum, Func<AiGatewayLog, decimal?> read)
    {
        if (minimum is { } least)
        {
            if (least > 0)
            {
                // A whisker less, as gt excludes its value; the check below is exact.
                _filters.Add(new AiGatewayLogFilter { Key = key, Operator = LogFilterOperator.Gt, Value = new object[] { least - Math.Min(least, 0.000000001m) } });
            }

            _checks.Add(row => read(row) >= least);
        }
    }

    /// <summary>A greatest value, itself included.</summary>
    public void AddMaximum(LogFilterKey key, decimal? maximum, Func<AiGatewayLog, decimal?> read)
    {
        if (maximum is { } greatest)
        {
            _filters.Add(new AiGatewayLogFilter { Key = key, Operator = LogFilterOperator.Lt, Value = new object[] { greatest + 0.000000001m } });
            _checks.Add(row => read(row) <= greatest);
        }
    }

    /// <summary>Metadata pairs. The API matches names and values apart from each other; together they are matched here.</summary>
    public void AddMetadata(IDictionary? metadata)
    {
        foreach (DictionaryEntry pair in metadata ?? new Hashtable())
        {
            string name = Convert.ToString(pair.Key, CultureInfo.InvariantCulture)!;
            object? value = pair.Value is PSObject wrapped ? wrapped.BaseObject : pair.Value;
            string text = Text(value);
            _filters.Add(new AiGatewayLogFilter { Key = LogFilterKey.MetadataKey, Value = new object[] { name } });
            _filters.Add(new AiGatewayLogFilter { Key = LogFilterKey.MetadataValue, Value = new[] { value is bool or int or long or double or decimal ? value : text } });
            _checks.Add(row => row.Metadata.TryGetValue(name, out object? actual) && string.Equals(Text(actual), text, StringComparison.Ordinal));
        }
    }

    private static string Text(object? value) =>
        value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
