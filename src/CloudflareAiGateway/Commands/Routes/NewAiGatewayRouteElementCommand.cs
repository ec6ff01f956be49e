using System.Collections;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes one element of a route's graph; its parameters say of which type. Sends nothing.</summary>
[Cmdlet(VerbsCommon.New, "AiGatewayRouteElement", DefaultParameterSetName = "Start")]
[OutputType(typeof(AiGatewayRouteElement))]
public sealed class NewAiGatewayRouteElementCommand : RouteElementCommand
{
    /// <summary>Writes the element.</summary>
    protected override void ProcessRecord()
    {
        AiGatewayRouteElement element;
        var findings = new RouteFindings();
        try
        {
            element = RouteElementReader.Read((IDictionary)PlainValue.From(Document())!);
            RouteElementCheck.Run(element, findings);
        }
        catch (System.Exception failure) when (failure is AiGatewayException or ArgumentTransformationMetadataException)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidRouteElement", failure.Message, Id));
            return;
        }

        AiGatewayRouteFinding[] errors = findings.All.Where(f => f.Severity is RouteFindingSeverity.Error).ToArray();
        if (errors.Length == 0)
        {
            WriteObject(element);
            return;
        }

        WriteError(ErrorRecords.InvalidInput("InvalidRouteElement", string.Join(" ", errors.Select(e => $"{e}")), Id));
    }

    private OrderedDictionary Document()
    {
        string type = ParameterSetName.ToLowerInvariant();
        IDictionary outputs = ParameterSetName switch
        {
            "Start" => new OrderedDictionary { ["next"] = Next },
            "Conditional" => new OrderedDictionary { ["true"] = True, ["false"] = False },
            "Percentage" => Share!,
            "Model" => new OrderedDictionary { ["success"] = Success ?? RouteElementType.End.Name, ["fallback"] = Fallback },
            "Rate" => new OrderedDictionary { ["success"] = Success, ["fallback"] = Fallback },
            _ => new OrderedDictionary(),
        };
        return new OrderedDictionary
        {
            ["id"] = Id ?? type,
            ["type"] = type,
            ["conditions"] = ParameterSetName == "Conditional" && (Condition is PSObject wrapped ? wrapped.BaseObject : Condition) is string text ? RouteGraphReader.ReadJson(text) : Condition,
            ["key"] = Key,
            ["limit"] = Limit,
            ["limitType"] = ParameterSetName == "Rate" ? LimitType ?? RouteLimitType.Count : null,
            ["window"] = Window,
            ["provider"] = Provider,
            ["model"] = Model,
            ["retries"] = ParameterSetName == "Model" ? Retries ?? RouteElementWriter.DefaultRetries : null,
            ["timeout"] = ParameterSetName == "Model" ? Timeout ?? RouteElementWriter.DefaultTimeout : null,
            ["outputs"] = outputs,
        };
    }
}
