namespace CloudflareAiGateway.Commands;

/// <summary>Gathers the figures of one property.</summary>
internal sealed class StatisticBuilder
{
    private readonly QuantileSketch _sketch = new();
    private long _count;
    private decimal _sum;
    private decimal? _minimum;
    private decimal? _maximum;

    /// <summary>Takes a value; null is none.</summary>
    public void Add(decimal? value)
    {
        if (value is not { } known)
        {
            return;
        }

        _count++;
        _sum += known;
        _minimum = _minimum is { } least && least < known ? least : known;
        _maximum = _maximum is { } greatest && greatest > known ? greatest : known;
        _sketch.Add((double)known);
    }

    /// <summary>The figures so far.</summary>
    public AiGatewayLogStatistic Build() => new()
    {
        Count = _count,
        Sum = _sum,
        Mean = _count == 0 ? null : _sum / _count,
        Minimum = _minimum,
        Maximum = _maximum,
        P50 = _sketch.Quantile(0.50),
        P95 = _sketch.Quantile(0.95),
        P99 = _sketch.Quantile(0.99),
    };
}
