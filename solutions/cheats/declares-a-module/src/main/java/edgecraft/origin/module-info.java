open module edgecraft.origin {
    requires java.compiler;
    requires jdk.attach;
}
