using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Measure-Object: Count, and of one -Property -Sum, -Average, -Minimum, -Maximum.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object"), Alias("measure")]
public sealed class MeasureObjectStandIn : PSCmdlet
{
    private int _count;
    private double _sum;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)] public string? Property { get; set; }

    [Parameter] public SwitchParameter Sum { get; set; }

    [Parameter] public SwitchParameter Average { get; set; }

    [Parameter] public SwitchParameter Minimum { get; set; }

    [Parameter] public SwitchParameter Maximum { get; set; }

    protected override void ProcessRecord()
    {
        object? value = Property is null ? InputObject?.BaseObject : InputObject?.Properties[Property]?.Value;
        if (value is null)
        {
            return;
        }

        _count++;
        if (Sum || Average || Minimum || Maximum)
        {
            double number = (double)LanguagePrimitives.ConvertTo(value, typeof(double), CultureInfo.InvariantCulture);
            _sum += number;
            _minimum = double.Min(_minimum, number);
            _maximum = double.Max(_maximum, number);
        }
    }

    protected override void EndProcessing()
    {
        PSObject result = new();
        void Add(string name, object? value) => result.Properties.Add(new PSNoteProperty(name, value));
        Add("Count", _count);
        Add("Average", Average && _count > 0 ? _sum / _count : null);
        Add("Sum", Sum ? _sum : null);
        Add("Maximum", Maximum && _count > 0 ? _maximum : null);
        Add("Minimum", Minimum && _count > 0 ? _minimum : null);
        Add("Property", Property);
        WriteObject(result);
    }
}
