using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

/// <summary>A graph from everything that users have, and the bodies that go out.</summary>
public sealed class NewAiGatewayRouteTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    private const string Json = """[{"id":"start","type":"start","outputs":{"next":{"elementId":"m"}}},{"id":"m","type":"model","properties":{"provider":"openai","model":"gpt-4o-mini","retries":1,"timeout":30000},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"end"}}},{"id":"end","type":"end","outputs":{}}]""";

    public static TheoryData<string> Sources =>
    [
        "(Get-Graph)",
        "@{ id = 'start'; type = 'start'; outputs = @{ next = 'm' } }, @{ id = 'm'; type = 'model'; provider = 'openai'; model = 'gpt-4o-mini'; timeout = 30000; outputs = @{ success = 'end'; fallback = 'end' } }, @{ id = 'end'; type = 'end' }",
        "@{ Id = 'start'; Type = 'start'; Outputs = @{ next = @{ elementId = 'm' } } }, @{ Id = 'm'; Type = 'Model'; Properties = @{ Provider = 'openai'; Model = 'gpt-4o-mini'; Timeout = [timespan]'0:0:30'; Retries = 1 }; Outputs = @{ success = 'end'; fallback = 'end' } }, @{ Id = 'end'; Type = 'end'; outputs = @{} }",
        "$json",
        "($json -split '(?=,)')",
        "\"{ `\"name`\": `\"x`\", `\"elements`\": $json }\"",
        "\"{ `\"success`\": true, `\"result`\": { `\"name`\": `\"x`\", `\"elements`\": $json } }\"",
        "($json | ConvertFrom-Json)",
        "([pscustomobject]@{ elements = $json | ConvertFrom-Json })",
        "(Get-Graph | ConvertTo-Json -Depth 5)",
        "(Get-Graph | ConvertTo-Json -Depth 5 | ConvertFrom-Json)",
        "([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@(Get-Graph), 5)))",
        "@((Get-Graph)[0], @{ id = 'm'; type = 'model'; provider = 'openai'; model = 'gpt-4o-mini'; timeout = 30000; outputs = @{ success = 'end'; fallback = 'end' } }, ('{\"id\":\"end\",\"type\":\"end\"}' | ConvertFrom-Json))",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_graph_comes_from_anything_that_holds_one(string source)
    {
        PSObject route = Assert.Single(Run($"New-AiGatewayRoute prod-api support {source}", ("json", Json)).Output);
        Assert.Equal("support", route.Properties["Name"].Value);
        JsonNode body = JsonNode.Parse((string)Emulator.Journal().Single(r => (string?)r!["method"] == "POST")!["body"]!)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"name":"support","elements":{{Json}}}"""), body), body.ToJsonString());
    }

    [Fact]
    public void A_graph_with_every_type_goes_out_in_the_current_form()
    {
        Run("New-AiGatewayRoute prod-api whole (Get-WholeGraph) | Out-Null");
        JsonArray elements = JsonNode.Parse((string)Emulator.Journal()[0]!["body"]!)!["elements"]!.AsArray();
        Assert.Equal(
            [
                """{"id":"start","type":"start","outputs":{"next":{"elementId":"plan"}}}""",
                """{"id":"plan","type":"conditional","properties":{"conditions":{"metadata.plan":{"$eq":"free"}}},"outputs":{"true":{"elementId":"cheap"},"false":{"elementId":"budget"}}}""",
                """{"id":"budget","type":"rate","properties":{"key":"metadata.user_id","limit":5,"limitType":"cost","window":86400},"outputs":{"success":{"elementId":"split"},"fallback":{"elementId":"cheap"}}}""",
                """{"id":"split","type":"percentage","outputs":{"10%":{"elementId":"big"},"90%":{"elementId":"mid"}}}""",
                """{"id":"big","type":"model","properties":{"provider":"anthropic","model":"claude-sonnet-4-5","retries":1,"timeout":60000},"outputs":{"success":{"elementId":"end"},"fallback":{"elementId":"mid"}}}""",
            ],
            elements.Take(5).Select(e => e!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("route_drift")]
    public void Piped_routes_are_copied_to_another_gateway(string behaviour)
    {
        Run("'support', 'sales' | ForEach-Object { New-AiGatewayRoute prod-api $_ (Get-WholeGraph) } | Out-Null");
        if (behaviour.Length > 0)
        {
            Behave(behaviour);
        }

        Run("Get-AiGatewayRoute prod-api | New-AiGatewayRoute -Gateway staging-api | Out-Null");
        Assert.Equal(["sales", "support"], Values("Get-AiGatewayRoute staging-api", "Name").Cast<string>().Order());
        Run("(Get-AiGatewayRoute prod-api support) | New-AiGatewayRoute -Name copy | Out-Null");
        Run("Set-AiGatewayRoute prod-api copy -Element (Get-AiGatewayRoute staging-api support) -Publish");
        Assert.DoesNotContain(Emulator.Requests(), r => r.EndsWith("/versions", StringComparison.Ordinal) && r.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public void Routes_come_from_files_and_other_processes()
    {
        Run("New-AiGatewayRoute prod-api support (Get-WholeGraph) | Out-Null");
        Run("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-AiGatewayRoute prod-api support), 5)) | New-AiGatewayRoute -Gateway staging-api | Out-Null");
        Run("Get-AiGatewayRoute prod-api support | ConvertTo-Json -Depth 9 | ConvertFrom-Json | New-AiGatewayRoute -Gateway staging-api -Name second | Out-Null");
        foreach (string name in new[] { "support", "second" })
        {
            Emulator.ForgetRequests();
            Run($"Set-AiGatewayRoute staging-api {name} -Element (Get-WholeGraph) -Publish");
            Assert.Empty(Emulator.Writes());
        }
    }

    [Fact]
    public void One_graph_goes_to_every_piped_gateway()
    {
        Run("Get-AiGateway | New-AiGatewayRoute -Name support -Element (Get-Graph) | Out-Null");
        Assert.Equal(["prod-api", "staging-api"], Values("Get-AiGateway | Get-AiGatewayRoute", "GatewayId").Cast<string>().Order());
        Run("'prod-api', 'staging-api' | New-AiGatewayRoute -Name second -Element (Get-Graph) | Out-Null");
        Assert.Equal(4, Run("Get-AiGateway | Get-AiGatewayRoute").Output.Count);
    }

    [Fact]
    public void What_nobody_knows_survives_a_copy()
    {
        Emulator.Post("/_emulator/behaviour", new JsonObject { ["keep_unknown_members"] = true });
        Run("New-AiGatewayRoute prod-api support $json | Out-Null", ("json", Json.Replace("\"id\":\"m\"", "\"id\":\"m\",\"label\":\"Main\"", StringComparison.Ordinal).Replace("\"retries\":1", "\"retries\":1,\"temperature\":0.5", StringComparison.Ordinal)));
        Run("Get-AiGatewayRoute prod-api support | New-AiGatewayRoute -Gateway staging-api | Out-Null");
        JsonNode copy = JsonNode.Parse((string)Emulator.Journal().Last(r => (string?)r!["method"] == "POST")!["body"]!)!["elements"]![1]!;
        Assert.Equal(("Main", 0.5), ((string)copy["label"]!, (double)copy["properties"]!["temperature"]!));
    }

    [Theory]
    [InlineData("@{ id = 'start'; typ = 'start'; outputs = @{ next = 'm' } }", "Element ('start') has no key 'typ'. Did you mean 'type'? Legal keys: id, type, properties")]
    [InlineData("@{ id = 'm'; type = 'model'; properties = @{ provder = 'x' } }", "Element.properties ('m') has no key 'provder'. Did you mean 'provider'? Legal keys: conditions, key")]
    [InlineData("@(@{ id = 'end'; type = 'end' }, 5)", "Element[1] is of type Int32, not a graph")]
    [InlineData("route.json", "(Get-Content route.json -Raw)")]
    [InlineData("'[ { \"id\": } ]'", "line 1, column 11")]
    [InlineData("'[ 5 ]'", "Element[0] is 5, not an element")]
    [InlineData("(& { $a = [System.Collections.ArrayList]::new(); [void]$a.Add($a); , $a })", "nested too deeply")]
    [InlineData("(& { $h = @{ id = 'x' }; $h.self = $h; $h })", "contains itself")]
    public void What_is_no_graph_is_refused_before_any_call(string source, string says)
    {
        ErrorRecord error = RunToError($"New-AiGatewayRoute prod-api support {source}");
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Theory]
    [InlineData("New-AiGatewayRoute prod-api -Element (Get-Graph)", "InvalidRouteName", "Give -Name")]
    [InlineData("New-AiGatewayRoute prod-api ' ' (Get-Graph)", "InvalidRouteName", "Give -Name")]
    [InlineData("New-AiGatewayRoute prod-api 'dynamic/support' (Get-Graph)", "InvalidRouteName", "Did you mean 'support'?")]
    [InlineData("New-AiGatewayRoute prod-api 'sup*' (Get-Graph)", "InvalidRouteName", "wildcard")]
    [InlineData("New-AiGatewayRoute prod-api support", "RouteGraphRequired", "-Element")]
    [InlineData("New-AiGatewayRoute prod-api support $null", "RouteGraphRequired", "-Element")]
    [InlineData("[pscustomobject]@{ Name = 'support'; Elements = 5 } | New-AiGatewayRoute prod-api", "InvalidRouteGraph", "Int32")]
    [InlineData("New-AiGatewayRoute prod-api support @()", "InvalidRouteGraph", "MissingStart")]
    public void Bad_input_is_one_error_before_any_call(string script, string id, string says)
    {
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Theory]
    [InlineData("@{ id='start'; type='start'; outputs=@{ next='a' } }, @{ id='a'; type='model'; provider='p'; model='m'; outputs=@{ success='b'; fallback='end' } }, @{ id='b'; type='model'; provider='p'; model='m'; outputs=@{ success='a'; fallback='end' } }, @{ id='end'; type='end' }", "a (Cycle)")]
    [InlineData("@{ id='start'; type='start'; outputs=@{ next='a' } }, @{ id='a'; type='percentage'; outputs=@{ '50%'='end'; '40%'='end' } }, @{ id='end'; type='end' }", "a (ShareSum): The shares make 90 %.")]
    [InlineData("@{ id='start'; type='start'; outputs=@{ next='nowhere' } }, @{ id='end'; type='end' }", "start (UnknownReference): The output 'next' leads to 'nowhere'")]
    public void A_graph_that_cannot_work_is_refused_with_element_and_rule_unless_forced(string graph, string says)
    {
        ErrorRecord error = RunToError($"New-AiGatewayRoute prod-api support ({graph}) -WarningAction Ignore");
        Assert.StartsWith("InvalidRouteGraph", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("support", error.TargetObject);
        Assert.Empty(Emulator.Requests());

        EngineResult forced = Run($"New-AiGatewayRoute prod-api support ({graph}) -Force");
        Assert.Single(forced.Output);
        Assert.Contains(forced.Warnings, w => w.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_are_warnings_and_a_taken_name_exists()
    {
        EngineResult result = Run("New-AiGatewayRoute prod-api support ($json -replace ',\"fallback\":{\"elementId\":\"end\"}')", ("json", Json));
        Assert.Contains("m (MissingFallback)", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.StartsWith("RouteExists", RunToError("New-AiGatewayRoute prod-api support (Get-Graph)").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("GatewayNotFound", RunToError("New-AiGatewayRoute none support (Get-Graph)").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_record_is_one_error_and_the_rest_goes_on()
    {
        EngineResult result = Session.Run("[pscustomobject]@{ name = 'bad'; elements = $json.Replace('\"end\"}', '\"ende\"}') }, [pscustomobject]@{ name = 'good'; elements = $json } | New-AiGatewayRoute prod-api", ("json", Json));
        Assert.Equal("bad", Assert.Single(result.Errors).TargetObject);
        Assert.Equal("good", Assert.Single(result.Output).Properties["Name"].Value);
    }

    [Fact]
    public void The_users_own_objects_stay_as_they_are()
    {
        Run("$global:graph = Get-Graph; $global:graph[1].Conditions = @{ a = 1 }; New-AiGatewayRoute prod-api support $global:graph -WarningAction Ignore | Out-Null");
        Assert.IsType<System.Collections.Hashtable>(Run("$global:graph[1].Conditions.PSObject.BaseObject").Output[0].BaseObject);
    }
}
